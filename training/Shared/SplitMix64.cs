namespace Latent.Shared;

/// <summary>
/// The SplitMix64 generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014):
/// 64 bits of state, the same sequence on every machine. For shuffles and synthetic data; not cryptographically secure.
/// </summary>
internal struct SplitMix64
{
    private ulong state;

    /// <summary>Starts the sequence of <paramref name="seed"/>.</summary>
    /// <param name="seed">Any number, including 0.</param>
    /// <param name="stream">Distinguishes sequences with the same seed; 0 is the published sequence of the seed.</param>
    public SplitMix64(ulong seed, ulong stream = 0)
    {
        state = seed;
        if (stream != 0) state ^= Mix(stream * 0x9E3779B97F4A7C15);
    }

    /// <summary>Returns the next 64 random bits.</summary>
    public ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    /// <summary>
    /// Returns a uniformly distributed integer from 0 to <paramref name="bound"/> - 1
    /// (Lemire, "Fast random integer generation in an interval", 2019).
    /// </summary>
    /// <param name="bound">At least 1.</param>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var width = (ulong)bound;
        var high = Math.BigMul(Next(), width, out var low);
        if (low >= width) return (int)high;
        var rejectBelow = (0 - width) % width;
        while (low < rejectBelow)
            high = Math.BigMul(Next(), width, out low);
        return (int)high;
    }

    /// <summary>
    /// Returns a uniformly distributed number from <paramref name="low"/> up to <paramref name="high"/>, in steps of 2^-24 of the range.
    /// </summary>
    public float Between(float low, float high) => low + ((high - low) * ((Next() >> 40) * (1f / (1 << 24))));

    // The constants are those of the published generator.
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
