namespace Latent.Training.Codecs;

/// <summary>What a codec does at several settings.</summary>
/// <param name="Name">The codec.</param>
/// <param name="Points">From the smallest files to the largest.</param>
public sealed record RateDistortionCurve(string Name, IReadOnlyList<RateDistortionPoint> Points)
{
    private const int Steps = 1000;

    /// <summary>
    /// How much smaller or larger files are than those of a reference at equal quality: the mean difference of the logarithms
    /// of the sizes over the qualities that both reach (Bjøntegaard 2001), between straight lines from point to point.
    /// </summary>
    /// <param name="reference">What it is compared with.</param>
    /// <param name="quality">The measure of quality, such as the signal-to-noise ratio.</param>
    /// <returns>-0.4 for files that are 40 % smaller; null where no quality is reached by both.</returns>
    public double? RateAgainst(RateDistortionCurve reference, Func<RateDistortionPoint, double> quality)
    {
        var (mine, theirs) = (Ordered(this, quality), Ordered(reference, quality));
        var (low, high) = (Math.Max(mine[0].Quality, theirs[0].Quality), Math.Min(mine[^1].Quality, theirs[^1].Quality));
        if (low >= high)
            return null;

        var positions = Enumerable.Range(0, Steps).Select(step => low + ((high - low) * (step + 0.5) / Steps));
        return Math.Exp(positions.Average(position => LogBitsAt(mine, position) - LogBitsAt(theirs, position))) - 1;
    }

    /// <summary>The quality at a size, on the straight line between two points; null beyond the ends.</summary>
    /// <param name="bits">Bits a pixel.</param>
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

    // A setting that makes larger files for no better a picture is one that nobody would choose.
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
