using Latent.Codecs;

namespace Latent.Training.Codecs;

/// <summary>Creates frequency tables.</summary>
internal static class LatentTables
{
    // Beyond this many scales from the mean, a logistic distribution has less mass than one step of a table's precision.
    private const double Reach = 10;
    private const int MaxReach = 200;

    // The logistic distribution weighs as much as this many counts.
    private const double FormulaWeight = 200;

    /// <summary>Creates the table of a logistic distribution.</summary>
    /// <param name="scale">Its scale.</param>
    /// <param name="mean">Its mean.</param>
    public static FrequencyTable Logistic(double scale, double mean)
    {
        var reach = Math.Clamp((int)Math.Ceiling(scale * Reach), 1, MaxReach);
        var shares = Enumerable.Range(-reach, (2 * reach) + 2).Select(value => Cumulative(value + 0.5) - Cumulative(value - 0.5)).ToArray();
        var outside = Math.Max(0, 1 - shares.Sum());
        return Create(-reach, [.. shares, outside]);

        double Cumulative(double value) => 1 / (1 + Math.Exp(-(value - mean) / scale));
    }

    /// <summary>Blends a logistic table with counted frequencies.</summary>
    public static FrequencyTable Blend(FrequencyTable table, IReadOnlyList<long> counts)
    {
        var total = FormulaWeight + counts.Sum();
        return Create(
            table.Lowest,
            [.. counts.Select((count, entry) => (count + (FormulaWeight * table.Frequency(entry) / FrequencyTable.Total)) / total)]);
    }

    // Every entry has at least 1, so that every value can be coded; the remainder of rounding goes to the most frequent entry.
    private static FrequencyTable Create(int lowest, double[] shares)
    {
        var frequencies = shares.Select(share => 1 + (int)(share * (FrequencyTable.Total - shares.Length))).ToArray();
        frequencies[Array.IndexOf(frequencies, frequencies.Max())] += FrequencyTable.Total - frequencies.Sum();
        return new FrequencyTable(lowest, frequencies);
    }
}
