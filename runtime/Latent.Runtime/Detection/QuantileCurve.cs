namespace Latent.Runtime;

/// <summary>The quantile function of the scores of normal rows, interpolated linearly between the quantiles of a calibration.</summary>
internal sealed class QuantileCurve
{
    private const double SameQuantile = 1e-9;

    private readonly (double Quantile, double Score)[] knots;
    private readonly double highest;

    /// <param name="listed">Thresholds by quantile; they override reference points of the same quantile.</param>
    /// <param name="reference">Scores at evenly spaced quantiles from 0 to 1; may be empty.</param>
    /// <param name="rows">The number of scored rows.</param>
    public QuantileCurve(IReadOnlyList<(double Quantile, double Score)> listed, IReadOnlyList<double> reference, long rows)
    {
        var points = reference.Select((score, position) => (Quantile: position / Math.Max(1.0, reference.Count - 1), Score: score))
            .Where(point => !listed.Any(threshold => Math.Abs(threshold.Quantile - point.Quantile) < SameQuantile));
        knots = [.. listed.Concat(points).OrderBy(point => point.Quantile)];
        for (var i = 1; i < knots.Length; i++)
            knots[i].Score = Math.Max(knots[i].Score, knots[i - 1].Score);

        // A new score exceeds the maximum of n scores with probability 1 / (n + 1); rarer events were not observed.
        highest = knots.Length == 0 ? 0 : Math.Min(knots[^1].Quantile, rows / (rows + 1.0));
    }

    /// <summary>The minimum known share of normal rows above a score.</summary>
    public double LowestRate => 1 - highest;

    /// <summary>The maximum known share of normal rows above a score.</summary>
    public double HighestRate => knots.Length == 0 ? 1 : 1 - knots[0].Quantile;

    /// <summary>Returns the score at a quantile; null outside the known range.</summary>
    public double? At(double quantile)
    {
        if (knots.Length == 0 || quantile < knots[0].Quantile - SameQuantile || quantile > highest + SameQuantile)
            return null;

        var above = 0;
        while (above < knots.Length - 1 && knots[above].Quantile < quantile - SameQuantile)
            above++;
        if (above == 0 || knots[above].Quantile - quantile < SameQuantile)
            return knots[above].Score;
        var (low, high) = (knots[above - 1], knots[above]);
        return low.Score + ((quantile - low.Quantile) / (high.Quantile - low.Quantile) * (high.Score - low.Score));
    }
}
