namespace Latent.Training.Reports;

/// <summary>How many values lie in each of several intervals of equal width.</summary>
/// <param name="Low">Where the first interval starts.</param>
/// <param name="Width">The width of an interval, more than 0.</param>
/// <param name="Counts">The values in each interval.</param>
internal sealed record Histogram(double Low, double Width, IReadOnlyList<long> Counts)
{
    private const int Intervals = 48;

    /// <summary>Where the last interval ends.</summary>
    public double High => Low + (Width * Counts.Count);

    /// <summary>Counts values; the intervals reach from the least to the greatest.</summary>
    /// <param name="values">At least one, all finite.</param>
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
