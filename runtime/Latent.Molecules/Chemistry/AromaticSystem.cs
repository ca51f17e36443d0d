namespace Latent.Molecules;

/// <summary>Checks whether the double bonds of the aromatic atoms of a molecule can be placed (Kekulé structures).</summary>
internal static class AromaticSystem
{
    /// <summary>Returns whether an atom is aromatic or has an aromatic bond.</summary>
    public static bool Touches(MoleculeGraph graph, int atom)
    {
        if (graph.Atoms[atom].IsAromatic)
            return true;
        foreach (var bond in graph.BondsOf(atom))
        {
            if (graph.Bonds[bond].Order == BondOrder.Aromatic)
                return true;
        }
        return false;
    }

    /// <summary>
    /// Checks that every aromatic atom is in a ring, and that every aromatic atom that lacks a bond can share a double bond with an
    /// aromatic neighbour in a ring.
    /// </summary>
    /// <param name="graph">The molecule.</param>
    /// <param name="isInRing">Which bonds are in a ring.</param>
    /// <param name="isSettled">Which atoms are complete, that is, get no more bonds; null if all are.</param>
    public static SmilesVerdict Check(MoleculeGraph graph, bool[] isInRing, bool[]? isSettled)
    {
        var needs = new bool[graph.Atoms.Length];
        var partners = new List<int>[graph.Atoms.Length];
        for (var atom = 0; atom < graph.Atoms.Length; atom++)
        {
            var isOpen = isSettled is not null && !isSettled[atom];
            if (graph.Atoms[atom].IsAromatic && !isOpen && !IsInRing(graph, isInRing, atom))
                return Fault(graph, atom, "is aromatic but not in a ring");
            partners[atom] = [];
            needs[atom] = !isOpen && LacksBond(graph, atom);
        }

        AddPartners(graph, isInRing, needs, isSettled, partners);
        return Matching.FirstAlone(partners, needs) is { } alone
            ? Fault(graph, alone, "is aromatic, but its double bond cannot be placed")
            : SmilesVerdict.Valid;
    }

    private static void AddPartners(MoleculeGraph graph, bool[] isInRing, bool[] needs, bool[]? isSettled, List<int>[] partners)
    {
        for (var bond = 0; bond < graph.Bonds.Length; bond++)
        {
            var (first, second, order) = graph.Bonds[bond];
            if (!isInRing[bond] || !CanShare(graph, first, needs, isSettled) || !CanShare(graph, second, needs, isSettled))
                continue;
            if (order != BondOrder.Aromatic && graph.Atoms[first].Number != Elements.Any && graph.Atoms[second].Number != Elements.Any)
                continue;
            partners[first].Add(second);
            partners[second].Add(first);
        }
    }

    private static bool CanShare(MoleculeGraph graph, int atom, bool[] needs, bool[]? isSettled) =>
        needs[atom] || graph.Atoms[atom].Number == Elements.Any
            || (isSettled is not null && !isSettled[atom] && graph.Atoms[atom].IsAromatic);

    private static bool IsInRing(MoleculeGraph graph, bool[] isInRing, int atom)
    {
        foreach (var bond in graph.BondsOf(atom))
        {
            if (isInRing[bond])
                return true;
        }
        return false;
    }

    // An aromatic atom takes a double bond if it lacks one bond of its valence when its aromatic bonds count as single bonds.
    private static bool LacksBond(MoleculeGraph graph, int atom)
    {
        var it = graph.Atoms[atom];
        var valences = Elements.ValencesOf(it.Number);
        if (!it.IsAromatic || valences.IsEmpty)
            return false;
        var written = Valence.Written(graph, atom);
        var unwritten = Valence.Unwritten(it, written, isAromatic: true) ?? 0;
        var (bonds, degree) = (it.Hydrogens + unwritten, graph.BondsOf(atom).Length + unwritten);
        foreach (var bond in graph.BondsOf(atom))
            bonds += graph.Bonds[bond].Order == BondOrder.Aromatic ? 1 : Valence.HalvesOf(graph.Bonds[bond].Order) / 2;

        var valence = ValenceOf(it, written + unwritten);
        return degree < valence && (valence == bonds + 1 || (it.IsBracketed && valence == bonds + 2));
    }

    private static int ValenceOf(MoleculeAtom atom, int bonds)
    {
        var change = Elements.BondsByCharge(atom.Number, atom.Charge);
        foreach (var valence in Elements.ValencesOf(atom.Number))
        {
            if (bonds <= valence + change)
                return valence + change;
        }
        return Elements.ValencesOf(atom.Number)[^1] + change;
    }

    private static SmilesVerdict Fault(MoleculeGraph graph, int atom, string reason) =>
        new(SmilesFault.Aromaticity, graph.Atoms[atom].Position, $"{graph.Atoms[atom].Symbol} {reason}");
}
