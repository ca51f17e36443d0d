namespace Latent.Molecules;

/// <summary>Counts the bonds of atoms against what their elements can make.</summary>
internal static class Valence
{
    // An aromatic bond is one and a half, so bonds are counted in halves.
    private const int Half = 2;
    private const int MaxHalvesToForgive = 3;

    /// <summary>
    /// Bonds and written hydrogens of an atom. An aromatic atom may seem to have up to one and a half too many, as the
    /// nitrogen of N-methylpyrrole does, whose real bonds are three: then it has as many as its element makes.
    /// </summary>
    /// <param name="graph">The molecule.</param>
    /// <param name="atom">The atom.</param>
    /// <param name="extraHalves">Halves of bonds that the graph does not have yet.</param>
    public static int Written(MoleculeGraph graph, int atom, int extraHalves = 0)
    {
        ref readonly var it = ref graph.Atoms[atom];
        var isAromatic = it.IsAromatic;
        var halves = extraHalves + Half * it.Hydrogens;
        foreach (var bond in graph.BondsOf(atom))
        {
            halves += HalvesOf(graph.Bonds[bond].Order);
            isAromatic |= graph.Bonds[bond].Order == BondOrder.Aromatic;
        }
        return (Forgiven(it, halves, isAromatic) + 1) / Half;
    }

    /// <summary>Bonds and written hydrogens of an atom by itself.</summary>
    /// <param name="atom">The atom.</param>
    /// <param name="halves">Halves of its bonds.</param>
    /// <param name="isAromatic">Whether it, or one of its bonds, is aromatic.</param>
    public static int Written(MoleculeAtom atom, int halves, bool isAromatic) =>
        (Forgiven(atom, halves + Half * atom.Hydrogens, isAromatic) + 1) / Half;

    /// <summary>The halves of a bond that is at least single.</summary>
    public static int HalvesOf(BondOrder order) => order switch
    {
        BondOrder.Double => 4,
        BondOrder.Triple => 6,
        BondOrder.Quadruple => 8,
        BondOrder.Aromatic => 3,
        _ => 2,
    };

    /// <summary>Hydrogens that are not written, of an atom with so many bonds; null where the bonds are too many.</summary>
    public static int? Unwritten(MoleculeAtom atom, int written, bool isAromatic)
    {
        var valences = Elements.ValencesOf(atom.Number);
        if (atom.IsBracketed || atom.Number == Elements.Any || valences.IsEmpty)
            return 0;
        var change = Elements.BondsByCharge(atom.Number, atom.Charge);
        if (isAromatic)
            return written <= valences[0] + change ? valences[0] + change - written : valences.Contains(written - change) ? 0 : null;
        foreach (var valence in valences)
        {
            if (written <= valence + change)
                return valence + change - written;
        }
        return null;
    }

    /// <summary>Whether an atom has no more bonds than its element can make.</summary>
    public static bool IsPossible(MoleculeAtom atom, int written, bool isAromatic)
    {
        var valences = Elements.ValencesOf(atom.Number);
        return (valences.IsEmpty || written - ChargeInBonds(atom) <= valences[^1]) && Unwritten(atom, written, isAromatic) is not null;
    }

    // Here carbon counts as one that takes electrons, whatever its charge.
    private static int ChargeInBonds(MoleculeAtom atom) => Elements.IsGroupOneToThree(atom.Number) ? -atom.Charge : atom.Charge;

    private static int Forgiven(MoleculeAtom atom, int halves, bool isAromatic)
    {
        var valences = Elements.ValencesOf(atom.Number);
        if (!isAromatic || valences.IsEmpty)
            return halves;
        var change = Elements.BondsByCharge(atom.Number, atom.Charge);
        var full = Half * (valences[0] + change);
        if (halves <= full)
            return halves;
        foreach (var valence in valences)
        {
            if (Half * (valence + change) <= halves)
                full = Half * (valence + change);
        }
        return halves - full <= MaxHalvesToForgive ? full : halves;
    }

}
