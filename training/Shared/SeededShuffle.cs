namespace Latent.Shared;

/// <summary>
/// Shuffles that depend only on their seed: the same on every machine and every version of .NET.
/// A Fisher-Yates shuffle from the last index down, with SplitMix64 (<see cref="SplitMix64"/>) as the generator.
/// </summary>
internal static class SeededShuffle
{
    /// <summary>
    /// Returns a permutation of 0 to <paramref name="count"/> - 1, determined by <paramref name="seed"/> and <paramref name="stream"/>.
    /// </summary>
    /// <param name="count">At least 0.</param>
    /// <param name="seed">Any number, including 0.</param>
    /// <param name="stream">Distinguishes shuffles with the same seed, for example the epoch number.</param>
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
    /// <param name="items">The items to shuffle.</param>
    /// <param name="seed">Any number, including 0.</param>
    /// <param name="stream">Distinguishes shuffles with the same seed, for example the epoch number.</param>
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
