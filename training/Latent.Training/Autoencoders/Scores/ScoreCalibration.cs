using System.Globalization;
using Latent.Bundles;

namespace Latent.Training.Autoencoders.Scores;

/// <summary>
/// Turns the scores of rows that the model was not trained on into thresholds. The threshold of quantile q is the
/// ⌈(n + 1) q⌉-th smallest score, so that a new normal row exceeds it with probability at most 1 - q (the conformal
/// quantile, Vovk et al. 2005); with too few rows for a quantile it is the largest score.
/// </summary>
internal static class ScoreCalibration
{
    // One reference quantile per percent, from 0 to 100.
    private const int ReferencePoints = 101;

    /// <summary>Computes thresholds and statistics.</summary>
    /// <param name="scoreKind">The kind of score, as in the manifest.</param>
    /// <param name="scores">One score per row, at least one, all finite.</param>
    /// <param name="quantiles">The quantiles of the thresholds, each above 0 and below 1.</param>
    /// <exception cref="ArgumentException">There are no scores.</exception>
    public static CalibrationSpec Compute(string scoreKind, ReadOnlySpan<float> scores, IEnumerable<double> quantiles)
    {
        if (scores.IsEmpty)
            throw new ArgumentException(
                "Calibration needs scores of validation rows. Received: none. Increase data.validation.", nameof(scores));

        var sorted = Array.ConvertAll(scores.ToArray(), score => (double)score);
        Array.Sort(sorted);
        var mean = sorted.Average();
        return new CalibrationSpec
        {
            ScoreKind = scoreKind,
            Thresholds = quantiles.ToDictionary(Name, quantile => Conformal(sorted, quantile)),
            Mean = mean,
            Deviation = Math.Sqrt(sorted.Sum(score => (score - mean) * (score - mean)) / sorted.Length),
            SampleCount = sorted.Length,
            ReferenceQuantiles = [.. Enumerable.Range(0, ReferencePoints)
                .Select(point => Interpolated(sorted, point / (ReferencePoints - 1.0)))],
        };
    }

    /// <summary>Returns the name of the threshold of a quantile, as in the manifest.</summary>
    internal static string Name(double quantile) => quantile.ToString("0.00####", CultureInfo.InvariantCulture);

    private static double Conformal(double[] sorted, double quantile)
    {
        // The subtraction keeps (n + 1) q from rounding up past a whole number: 0.9 * 10 is 9, not 9.000000000000002.
        var rank = (int)Math.Ceiling(((sorted.Length + 1) * quantile) - 1e-9);
        return sorted[Math.Clamp(rank, 1, sorted.Length) - 1];
    }

    private static double Interpolated(double[] sorted, double quantile)
    {
        var position = quantile * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
