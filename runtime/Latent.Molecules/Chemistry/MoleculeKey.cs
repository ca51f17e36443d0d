using System.Globalization;

namespace Latent.Molecules;

/// <summary>
/// A key that does not depend on the order of atoms: each atom's hash is mixed with those of its neighbours until the number of
/// distinct hashes stops growing (Morgan 1965; Weisfeiler and Leman 1968), and the sorted hashes are mixed into one.
/// </summary>
internal static class MoleculeKey
{
    // 2^64 divided by the golden ratio.
    private const ulong Prime = 0x9E3779B97F4A7C15;

    public static string Compute(MoleculeGraph graph)
    {
        var inRing = RingBonds.Find(graph);
        var numbers = new ulong[graph.Atoms.Length];
        for (var atom = 0; atom < numbers.Length; atom++)
            numbers[atom] = Begin(graph, atom);

        var classes = 0;
        for (var round = 0; round < numbers.Length && numbers.Distinct().Count() is var now && now > classes; round++)
        {
            classes = now;
            numbers = [.. Enumerable.Range(0, numbers.Length).Select(atom => MixNeighbours(graph, inRing, numbers, atom))];
        }

        Array.Sort(numbers);
        var key = numbers.Aggregate(Prime + (ulong)numbers.Length, Mix);
        return string.Create(CultureInfo.InvariantCulture, $"{numbers.Length}-{key:x16}");
    }

    private static ulong Begin(MoleculeGraph graph, int atom)
    {
        var it = graph.Atoms[atom];
        var written = Valence.Written(graph, atom);
        var hydrogens = it.Hydrogens + (Valence.Unwritten(it, written, AromaticSystem.Touches(graph, atom)) ?? 0);
        return new[] { it.Number, hydrogens, it.Charge, it.Isotope, SmallestRing(graph, atom) }
            .Aggregate(Prime, (number, part) => Mix(number, (ulong)(part + short.MaxValue)));
    }

    private static ulong MixNeighbours(MoleculeGraph graph, bool[] inRing, ulong[] numbers, int atom)
    {
        var bonds = graph.BondsOf(atom);
        Span<ulong> around = bonds.Length <= 16 ? stackalloc ulong[bonds.Length] : new ulong[bonds.Length];
        for (var i = 0; i < bonds.Length; i++)
            around[i] = Mix(numbers[graph.Bonds[bonds[i]].Other(atom)], inRing[bonds[i]] ? 1UL : 2UL);
        around.Sort();
        var mixed = numbers[atom];
        foreach (var number in around)
            mixed = Mix(mixed, number);
        return mixed;
    }

    // The size of the smallest ring through an atom, by breadth-first search; 0 if there is none.
    private static int SmallestRing(MoleculeGraph graph, int atom)
    {
        var distance = new int[graph.Atoms.Length];
        var branch = new int[graph.Atoms.Length];
        Array.Fill(branch, -1);
        branch[atom] = graph.Bonds.Length;
        var queue = new Queue<(int Atom, int Arrival)>([(atom, -1)]);
        var smallest = 0;
        while (queue.TryDequeue(out var at))
        {
            foreach (var bond in graph.BondsOf(at.Atom))
            {
                var other = graph.Bonds[bond].Other(at.Atom);
                if (bond == at.Arrival || other == atom)
                    continue;
                if (branch[other] < 0)
                {
                    (branch[other], distance[other]) = (at.Atom == atom ? bond : branch[at.Atom], distance[at.Atom] + 1);
                    queue.Enqueue((other, bond));
                }
                else if (at.Atom != atom && branch[other] != branch[at.Atom] && distance[at.Atom] + distance[other] + 1 is var size
                    && (smallest == 0 || size < smallest))
                    smallest = size;
            }
        }
        return smallest;
    }

    private static ulong Mix(ulong number, ulong part)
    {
        number = (number ^ part) * Prime;
        number ^= number >> 29;
        number *= 0xBF58476D1CE4E5B9;
        return number ^ (number >> 32);
    }
}
