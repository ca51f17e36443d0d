namespace Latent.Shared;

/// <summary>
/// Shuffles that depend on nothing but their seed: the same on every machine and every version of .NET.
/// A Fisher-Yates shuffle from the last place down, drawn from SplitMix64 (<see cref="SplitMix64"/>).
/// </summary>
internal static class SeededShuffle
{
    /// <summary>The numbers 0 to <paramref name="count"/> - 1 in the order that <paramref name="seed"/> and <paramref name="stream"/> determine.</summary>
    /// <param name="count">At least 0.</param>
    /// <param name="seed">Any number; 0 is as good as another.</param>
    /// <param name="stream">Tells shuffles of one seed apart, for example the number of the epoch.</param>
    public static int[] Permutation(int count, ulong seed, ulong stream = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var order = new int[count];
        for (var i = 0; i < count; i++)
            order[i] = i;
        Shuffle(order, seed, stream);
        return order;
    }

    /// <summary>Shuffles in place.</summary>
    /// <param name="items">What is shuffled.</param>
    /// <param name="seed">Any number; 0 is as good as another.</param>
    /// <param name="stream">Tells shuffles of one seed apart, for example the number of the epoch.</param>
    public static void Shuffle<T>(Span<T> items, ulong seed, ulong stream = 0)
    {
        var random = new SplitMix64(seed, stream);
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = random.Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
