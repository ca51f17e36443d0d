namespace Latent.Molecules;

/// <summary>Checks the bonds of atoms against the valences of their elements.</summary>
internal static class Valence
{
    // An aromatic bond counts as one and a half, so bonds are counted in halves.
    private const int Half = 2;
    private const int MaxHalvesToForgive = 3;

    /// <summary>
    /// Counts the bonds and explicit hydrogens of an atom. An aromatic atom may appear to have up to one and a half bonds too many,
    /// such as the nitrogen of N-methylpyrrole, which has three bonds; the count is then the valence of its element.
    /// </summary>
    /// <param name="graph">The molecule.</param>
    /// <param name="atom">The atom.</param>
    /// <param name="extraHalves">The halves of bonds that are not in the graph yet.</param>
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

    /// <summary>Counts the bonds and explicit hydrogens of an atom outside a graph.</summary>
    /// <param name="atom">The atom.</param>
    /// <param name="halves">The halves of its bonds.</param>
    /// <param name="isAromatic">Whether the atom or one of its bonds is aromatic.</param>
    public static int Written(MoleculeAtom atom, int halves, bool isAromatic) =>
        (Forgiven(atom, halves + Half * atom.Hydrogens, isAromatic) + 1) / Half;

    /// <summary>Returns the halves of a bond; an unspecified bond counts as single.</summary>
    public static int HalvesOf(BondOrder order) => order switch
    {
        BondOrder.Double => 4,
        BondOrder.Triple => 6,
        BondOrder.Quadruple => 8,
        BondOrder.Aromatic => 3,
        _ => 2,
    };

    /// <summary>Returns the number of implicit hydrogens of an atom with the given bonds; null if it has too many bonds.</summary>
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

    /// <summary>Returns whether the valence of an atom's element allows its bonds.</summary>
    public static bool IsPossible(MoleculeAtom atom, int written, bool isAromatic)
    {
        var valences = Elements.ValencesOf(atom.Number);
        return (valences.IsEmpty || written - ChargeInBonds(atom) <= valences[^1]) && Unwritten(atom, written, isAromatic) is not null;
    }

    // Carbon counts as an electron acceptor here, regardless of its charge.
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
