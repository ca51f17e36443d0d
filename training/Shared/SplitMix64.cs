namespace Latent.Shared;

/// <summary>
/// The SplitMix64 generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014):
/// 64 bits of state, the same sequence everywhere. For shuffles and made-up data, not for secrets.
/// </summary>
internal struct SplitMix64
{
    private ulong state;

    /// <summary>Starts the sequence of <paramref name="seed"/>.</summary>
    /// <param name="seed">Any number; 0 is as good as another.</param>
    /// <param name="stream">Tells sequences of one seed apart; 0 is the published sequence of the seed.</param>
    public SplitMix64(ulong seed, ulong stream = 0)
    {
        state = seed;
        if (stream != 0) state ^= Mix(stream * 0x9E3779B97F4A7C15);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    /// <summary>
    /// A whole number from 0 to <paramref name="bound"/> - 1, each equally likely
    /// (Lemire, "Fast random integer generation in an interval", 2019).
    /// </summary>
    /// <param name="bound">At least 1.</param>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var width = (ulong)bound;
        var high = Math.BigMul(Next(), width, out var low);
        if (low >= width) return (int)high;
        var unfair = (0 - width) % width;
        while (low < unfair)
            high = Math.BigMul(Next(), width, out low);
        return (int)high;
    }

    /// <summary>A number from <paramref name="low"/> up to <paramref name="high"/>, evenly spread in steps of 2^-24 of the distance.</summary>
    public float Between(float low, float high) => low + ((high - low) * ((Next() >> 40) * (1f / (1 << 24))));

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
