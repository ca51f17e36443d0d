using Latent.Codecs;

namespace Latent.Training.Codec;

/// <summary>Makes tables of frequencies.</summary>
internal static class LatentTables
{
    // Beyond this many scales a logistic distribution has less than a step of a table's precision.
    private const double Reach = 10;
    private const int Furthest = 200;

    // Counts are trusted as much as the formula once there are so many of them.
    private const double FormulaWeight = 200;

    /// <summary>The table of a logistic distribution.</summary>
    /// <param name="scale">Its scale.</param>
    /// <param name="mean">Its mean.</param>
    public static FrequencyTable Logistic(double scale, double mean)
    {
        var reach = Math.Clamp((int)Math.Ceiling(scale * Reach), 1, Furthest);
        var shares = Enumerable.Range(-reach, (2 * reach) + 2).Select(value => Cumulative(value + 0.5) - Cumulative(value - 0.5)).ToArray();
        var outside = Math.Max(0, 1 - shares.Sum());
        return Create(-reach, [.. shares, outside]);

        double Cumulative(double value) => 1 / (1 + Math.Exp(-(value - mean) / scale));
    }

    /// <summary>A table by formula, moved towards what was counted.</summary>
    public static FrequencyTable Blend(FrequencyTable table, IReadOnlyList<long> counts)
    {
        var total = FormulaWeight + counts.Sum();
        return Create(table.Lowest, [.. counts.Select((count, entry) => (count + (FormulaWeight * table.Frequency(entry) / FrequencyTable.Total)) / total)]);
    }

    // Every entry has at least 1, so that every value can be coded; what rounding leaves over goes to the most frequent.
    private static FrequencyTable Create(int lowest, double[] shares)
    {
        var frequencies = shares.Select(share => 1 + (int)(share * (FrequencyTable.Total - shares.Length))).ToArray();
        frequencies[Array.IndexOf(frequencies, frequencies.Max())] += FrequencyTable.Total - frequencies.Sum();
        return new FrequencyTable(lowest, frequencies);
    }
}
