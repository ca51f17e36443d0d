namespace Latent.Codecs;

/// <summary>
/// Frequencies, out of <see cref="Total"/>, of the values from <see cref="Lowest"/> upwards; the last entry stands for all other values.
/// </summary>
public sealed class FrequencyTable
{
    /// <summary>The sum of the frequencies of a table.</summary>
    public const int Total = 1 << 16;

    private readonly int[] cumulative;

    /// <summary>Creates a table.</summary>
    /// <param name="lowest">The value of the first frequency.</param>
    /// <param name="frequencies">
    /// Two or more, each at least 1, that add up to <see cref="Total"/>. The last is the frequency of all values without an entry.
    /// </param>
    /// <exception cref="ArgumentException">The frequencies do not meet these conditions.</exception>
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

    /// <summary>The entry of all values without an entry of their own.</summary>
    public int Escape => Count - 1;

    /// <summary>Returns the entry of a value.</summary>
    public int EntryOf(int value) => value >= Lowest && value - (long)Lowest < Escape ? value - Lowest : Escape;

    /// <summary>Returns the cumulative frequency of the entries before this one.</summary>
    public int Start(int entry) => cumulative[entry];

    /// <summary>Returns the frequency of an entry.</summary>
    public int Frequency(int entry) => cumulative[entry + 1] - cumulative[entry];

    /// <summary>Returns the entry whose cumulative interval contains a position.</summary>
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
