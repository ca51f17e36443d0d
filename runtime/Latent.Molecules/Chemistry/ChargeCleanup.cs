namespace Latent.Molecules;

/// <summary>
/// Normalizes hypervalent groups to charge-separated forms: <c>N(=O)=O</c> to <c>[N+](=O)[O-]</c>, <c>N=N#N</c> to
/// <c>N=[N+]=[N-]</c>, <c>C=P(=O)</c> to <c>C=[P+][O-]</c>, perchlorates and similar.
/// </summary>
internal static class ChargeCleanup
{
    private static readonly int[] Halogens = [17, 35, 53];

    /// <summary>Changes the atoms and bonds of a graph.</summary>
    public static void Apply(MoleculeGraph graph)
    {
        for (var atom = 0; atom < graph.Atoms.Length; atom++)
        {
            if (graph.Atoms[atom].Charge != 0)
                continue;
            switch (graph.Atoms[atom].Number)
            {
                case Elements.Nitrogen:
                    Nitrogen(graph, atom);
                    break;
                case Elements.Phosphorus:
                    Phosphorus(graph, atom);
                    break;
                case var number when Array.IndexOf(Halogens, number) >= 0:
                    Halogen(graph, atom);
                    break;
            }
        }
    }

    private static void Nitrogen(MoleculeGraph graph, int atom)
    {
        if (Valence.Written(graph, atom) != 5)
            return;
        foreach (var bond in graph.BondsOf(atom))
        {
            if (Leads(graph, bond, atom, BondOrder.Double, Elements.Oxygen))
            {
                Split(graph, bond, atom, BondOrder.Single);
                return;
            }
        }
        foreach (var bond in graph.BondsOf(atom))
        {
            if (Leads(graph, bond, atom, BondOrder.Triple, Elements.Nitrogen))
            {
                Split(graph, bond, atom, BondOrder.Double);
                return;
            }
        }
    }

    private static void Phosphorus(MoleculeGraph graph, int atom)
    {
        if (graph.BondsOf(atom).Length != 3 || Valence.Written(graph, atom) != 5)
            return;
        int oxygen = -1, ylides = 0;
        foreach (var bond in graph.BondsOf(atom))
        {
            if (Leads(graph, bond, atom, BondOrder.Double, Elements.Oxygen))
                oxygen = bond;
            else if (graph.Bonds[bond].Order == BondOrder.Double && Other(graph, bond, atom) is var other
                && graph.Atoms[other].Number is Elements.Carbon or Elements.Nitrogen && graph.BondsOf(other).Length >= 2)
                ylides++;
        }
        if (oxygen >= 0 && ylides > 0)
            Split(graph, oxygen, atom, BondOrder.Single);
    }

    private static void Halogen(MoleculeGraph graph, int atom)
    {
        if (Valence.Written(graph, atom) is not (3 or 5 or 7))
            return;
        foreach (var bond in graph.BondsOf(atom))
        {
            if (graph.Atoms[Other(graph, bond, atom)].Number != Elements.Oxygen)
                return;
        }
        foreach (var bond in graph.BondsOf(atom))
        {
            if (graph.Bonds[bond].Order == BondOrder.Double)
                Split(graph, bond, atom, BondOrder.Single);
        }
    }

    private static bool Leads(MoleculeGraph graph, int bond, int from, BondOrder order, int element) =>
        graph.Bonds[bond].Order == order && graph.Atoms[Other(graph, bond, from)] is { Charge: 0 } other && other.Number == element;

    // Moves one electron pair from the bond to the atom at its other end.
    private static void Split(MoleculeGraph graph, int bond, int atom, BondOrder order)
    {
        graph.Bonds[bond] = graph.Bonds[bond] with { Order = order };
        graph.Atoms[atom] = graph.Atoms[atom] with { Charge = graph.Atoms[atom].Charge + 1 };
        ref var other = ref graph.Atoms[Other(graph, bond, atom)];
        other = other with { Charge = -1 };
    }

    private static int Other(MoleculeGraph graph, int bond, int atom) => graph.Bonds[bond].Other(atom);
}
