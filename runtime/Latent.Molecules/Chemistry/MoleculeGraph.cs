namespace Latent.Molecules;

/// <summary>The graph of a molecule: atoms and bonds with adjacency. <see cref="ChargeCleanup"/> may change atoms and bonds.</summary>
internal sealed class MoleculeGraph
{
    private readonly int[] starts;
    private readonly int[] incident;

    public MoleculeGraph(MoleculeAtom[] atoms, MoleculeBond[] bonds)
    {
        (Atoms, Bonds) = (atoms, bonds);
        starts = new int[atoms.Length + 1];
        incident = new int[2 * bonds.Length];
        foreach (var bond in bonds)
        {
            starts[bond.First + 1]++;
            starts[bond.Second + 1]++;
        }
        for (var atom = 0; atom < atoms.Length; atom++)
            starts[atom + 1] += starts[atom];

        var filled = starts[..^1];
        for (var bond = 0; bond < bonds.Length; bond++)
        {
            incident[filled[bonds[bond].First]++] = bond;
            incident[filled[bonds[bond].Second]++] = bond;
        }
    }

    public MoleculeAtom[] Atoms { get; }

    public MoleculeBond[] Bonds { get; }

    /// <summary>The number of connected components.</summary>
    public int Parts
    {
        get
        {
            var roots = Enumerable.Range(0, Atoms.Length).ToArray();
            var count = Atoms.Length;
            foreach (var bond in Bonds)
            {
                var (first, second) = (RootOf(roots, bond.First), RootOf(roots, bond.Second));
                roots[first] = second;
                count -= first == second ? 0 : 1;
            }
            return count;
        }
    }

    /// <summary>Returns the indices of the bonds of an atom.</summary>
    public ReadOnlySpan<int> BondsOf(int atom) => incident.AsSpan(starts[atom]..starts[atom + 1]);

    private static int RootOf(int[] roots, int atom)
    {
        while (roots[atom] != atom)
            atom = roots[atom] = roots[roots[atom]];
        return atom;
    }
}
