namespace Latent.Molecules;

/// <summary>Finds ring bonds: the bonds that are not bridges of the graph (Tarjan 1974).</summary>
internal sealed class RingBonds
{
    private readonly MoleculeGraph graph;
    private readonly bool[] inRing;
    private readonly int[] order;
    private readonly int[] lowest;
    private int visited;

    private RingBonds(MoleculeGraph graph)
    {
        this.graph = graph;
        inRing = new bool[graph.Bonds.Length];
        order = new int[graph.Atoms.Length];
        lowest = new int[graph.Atoms.Length];
    }

    /// <summary>Returns for each bond whether it is in a ring.</summary>
    public static bool[] Find(MoleculeGraph graph)
    {
        var search = new RingBonds(graph);
        Array.Fill(search.inRing, true);
        for (var atom = 0; atom < graph.Atoms.Length; atom++)
        {
            if (search.order[atom] == 0)
                search.Walk(atom);
        }
        return search.inRing;
    }

    // Iterative, because a chain may be as long as the string.
    private void Walk(int root)
    {
        var path = new Stack<(int Atom, int Bond, int Next)>();
        Enter(root);
        path.Push((root, -1, 0));
        while (path.TryPop(out var at))
        {
            var bonds = graph.BondsOf(at.Atom);
            if (at.Next < bonds.Length)
            {
                path.Push(at with { Next = at.Next + 1 });
                Follow(path, at.Atom, at.Bond, bonds[at.Next]);
            }
            else if (path.TryPeek(out var parent))
            {
                lowest[parent.Atom] = Math.Min(lowest[parent.Atom], lowest[at.Atom]);
                inRing[at.Bond] = lowest[at.Atom] <= order[parent.Atom];
            }
        }
    }

    private void Follow(Stack<(int Atom, int Bond, int Next)> path, int atom, int arrival, int bond)
    {
        if (bond == arrival)
            return;
        var other = graph.Bonds[bond].Other(atom);
        if (order[other] != 0)
        {
            lowest[atom] = Math.Min(lowest[atom], order[other]);
            return;
        }
        Enter(other);
        path.Push((other, bond, 0));
    }

    private void Enter(int atom) => order[atom] = lowest[atom] = ++visited;
}
