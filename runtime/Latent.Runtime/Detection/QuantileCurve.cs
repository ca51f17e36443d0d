namespace Latent.Runtime;

/// <summary>What a calibration knows of the scores of normal rows, as a line through its quantiles.</summary>
internal sealed class QuantileCurve
{
    private const double SameQuantile = 1e-9;

    private readonly (double Quantile, double Score)[] knots;
    private readonly double highest;

    /// <param name="listed">Thresholds by quantile; they count before reference points of the same quantile.</param>
    /// <param name="reference">Scores at evenly spaced quantiles from 0 to 1; may be empty.</param>
    /// <param name="rows">How many rows were scored.</param>
    public QuantileCurve(IReadOnlyList<(double Quantile, double Score)> listed, IReadOnlyList<double> reference, long rows)
    {
        var points = reference.Select((score, position) => (Quantile: position / Math.Max(1.0, reference.Count - 1), Score: score))
            .Where(point => !listed.Any(threshold => Math.Abs(threshold.Quantile - point.Quantile) < SameQuantile));
        knots = [.. listed.Concat(points).OrderBy(point => point.Quantile)];
        for (var i = 1; i < knots.Length; i++)
            knots[i].Score = Math.Max(knots[i].Score, knots[i - 1].Score);

        // The largest of n scores is what a new one exceeds with probability 1 / (n + 1): no rarer event was seen.
        highest = knots.Length == 0 ? 0 : Math.Min(knots[^1].Quantile, rows / (rows + 1.0));
    }

    /// <summary>The smallest share of normal rows above a score that is known.</summary>
    public double LowestRate => 1 - highest;

    /// <summary>The largest.</summary>
    public double HighestRate => knots.Length == 0 ? 1 : 1 - knots[0].Quantile;

    /// <summary>The score at a quantile; null where nothing is known of it.</summary>
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
