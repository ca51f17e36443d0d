namespace Latent.Training.Reports;

/// <summary>The counts of values in bins of equal width.</summary>
/// <param name="Low">The lower edge of the first bin.</param>
/// <param name="Width">The bin width, more than 0.</param>
/// <param name="Counts">The count of each bin.</param>
internal sealed record Histogram(double Low, double Width, IReadOnlyList<long> Counts)
{
    private const int Intervals = 48;

    /// <summary>The upper edge of the last bin.</summary>
    public double High => Low + (Width * Counts.Count);

    /// <summary>Counts values in bins from the minimum to the maximum.</summary>
    /// <param name="values">The values, at least one, all finite.</param>
    public static Histogram Create(IReadOnlyCollection<float> values)
    {
        double low = values.Min();
        var span = values.Max() - low;
        var width = span > 0 ? span / Intervals : 1.0 / Intervals;
        var counts = new long[Intervals];
        foreach (var value in values)
            counts[Math.Min(Intervals - 1, (int)((value - low) / width))]++;
        return new Histogram(low, width, counts);
    }
}
