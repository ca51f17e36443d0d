namespace Latent.Training.Codecs;

/// <summary>The rate-distortion curve of a codec over its settings.</summary>
/// <param name="Name">The name of the codec.</param>
/// <param name="Points">The points, from the smallest files to the largest.</param>
public sealed record RateDistortionCurve(string Name, IReadOnlyList<RateDistortionPoint> Points)
{
    private const int Steps = 1000;

    /// <summary>
    /// Computes the relative file size against a reference at equal quality: the mean difference of log sizes over the
    /// qualities that both reach (Bjøntegaard 2001), with linear interpolation between points.
    /// </summary>
    /// <param name="reference">The reference curve.</param>
    /// <param name="quality">The measure of quality, such as the signal-to-noise ratio.</param>
    /// <returns>-0.4 for files that are 40 % smaller; null if the quality ranges do not overlap.</returns>
    public double? RateAgainst(RateDistortionCurve reference, Func<RateDistortionPoint, double> quality)
    {
        var (mine, theirs) = (Ordered(this, quality), Ordered(reference, quality));
        var (low, high) = (Math.Max(mine[0].Quality, theirs[0].Quality), Math.Min(mine[^1].Quality, theirs[^1].Quality));
        if (low >= high)
            return null;

        var qualities = Enumerable.Range(0, Steps).Select(step => low + ((high - low) * (step + 0.5) / Steps));
        return Math.Exp(qualities.Average(position => LogBitsAt(mine, position) - LogBitsAt(theirs, position))) - 1;
    }

    /// <summary>Returns the quality at a size by linear interpolation; null outside the range of the points.</summary>
    /// <param name="bits">Bits per pixel.</param>
    /// <param name="quality">The measure of quality.</param>
    public double? QualityAt(double bits, Func<RateDistortionPoint, double> quality)
    {
        for (var i = 0; i + 1 < Points.Count; i++)
        {
            var (left, right) = (Points[i], Points[i + 1]);
            if (bits >= left.Bits && bits <= right.Bits)
                return quality(left) + ((quality(right) - quality(left)) * (bits - left.Bits) / (right.Bits - left.Bits));
        }

        return null;
    }

    // Settings with larger files but no better quality are dropped, so that quality rises along the curve.
    private static List<(double Quality, double LogBits)> Ordered(RateDistortionCurve curve, Func<RateDistortionPoint, double> quality)
    {
        var ordered = new List<(double Quality, double LogBits)>();
        foreach (var point in curve.Points.OrderBy(point => point.Bits))
        {
            if (ordered.Count == 0 || quality(point) > ordered[^1].Quality)
                ordered.Add((quality(point), Math.Log(point.Bits)));
        }

        return ordered;
    }

    private static double LogBitsAt(List<(double Quality, double LogBits)> curve, double quality)
    {
        var right = Math.Clamp(curve.FindIndex(point => point.Quality >= quality), 1, curve.Count - 1);
        var (a, b) = (curve[right - 1], curve[right]);
        return a.LogBits + ((b.LogBits - a.LogBits) * (quality - a.Quality) / (b.Quality - a.Quality));
    }
}
