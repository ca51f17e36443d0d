namespace Latent.Codecs;

/// <summary>How often the values from <see cref="Lowest"/> on occur, of <see cref="Total"/>; the last entry stands for all other values.</summary>
public sealed class FrequencyTable
{
    /// <summary>What the frequencies of a table add up to.</summary>
    public const int Total = 1 << 16;

    private readonly int[] cumulative;

    /// <summary>Makes a table.</summary>
    /// <param name="lowest">The value of the first frequency.</param>
    /// <param name="frequencies">Two or more, each at least 1; they add up to <see cref="Total"/>. The last is that of all values without one of their own.</param>
    /// <exception cref="ArgumentException">The frequencies are not like that.</exception>
    public FrequencyTable(int lowest, ReadOnlySpan<int> frequencies)
    {
        Lowest = lowest;
        cumulative = new int[frequencies.Length + 1];
        for (var i = 0; i < frequencies.Length; i++)
            cumulative[i + 1] = frequencies[i] is >= 1 and <= Total ? Math.Min(cumulative[i] + frequencies[i], 2 * Total) : 2 * Total;
        if (frequencies.Length < 2 || cumulative[^1] != Total)
            throw new ArgumentException($"A table has two or more frequencies of at least 1 that add up to {Total}.", nameof(frequencies));
    }

    /// <summary>The value of the first entry.</summary>
    public int Lowest { get; }

    /// <summary>The number of entries.</summary>
    public int Count => cumulative.Length - 1;

    /// <summary>The entry of all values that have none of their own.</summary>
    public int Escape => Count - 1;

    /// <summary>The entry of a value.</summary>
    public int EntryOf(int value) => value >= Lowest && value - (long)Lowest < Escape ? value - Lowest : Escape;

    /// <summary>The frequencies of the entries before this one, together.</summary>
    public int Start(int entry) => cumulative[entry];

    /// <summary>The frequency of an entry.</summary>
    public int Frequency(int entry) => cumulative[entry + 1] - cumulative[entry];

    /// <summary>The entry whose share holds a number.</summary>
    /// <param name="position">0 to <see cref="Total"/> - 1.</param>
    public int EntryAt(int position)
    {
        var (low, high) = (0, Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = cumulative[middle] <= position ? (middle, high) : (low, middle);
        }

        return low;
    }
}
