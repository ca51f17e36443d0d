using System.Globalization;

namespace Latent.Runtime;

/// <summary>The score that separates normal rows from anomalies.</summary>
public readonly record struct Threshold
{
    private Threshold(ThresholdKind kind, double number) => (Kind, Number) = (kind, number);

    /// <summary>The threshold that <c>Detect</c> uses if neither the caller nor the bundle specifies one: the 0.99 quantile.</summary>
    public static Threshold Default { get; } = Quantile(0.99);

    /// <summary>The meaning of <see cref="Number"/>.</summary>
    public ThresholdKind Kind { get; }

    /// <summary>The score, or the quantile or the rate between 0 and 1.</summary>
    public double Number { get; }

    /// <summary>Creates a threshold at a quantile of the scores of normal rows, as the bundle's calibration lists it.</summary>
    /// <param name="quantile">
    /// The share of normal rows that score at or below the threshold: above 0, below 1, listed in the bundle, such as 0.99.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public static Threshold Quantile(double quantile) => quantile is > 0 and < 1
        ? new(ThresholdKind.Quantile, quantile)
        : throw new ArgumentOutOfRangeException(nameof(quantile), quantile, "The quantile must be above 0 and below 1.");

    /// <summary>
    /// Creates a threshold with a false-positive rate, for any rate that the bundle's calibration has enough rows for: a listed
    /// quantile, or a linear interpolation between the two nearest known quantiles.
    /// </summary>
    /// <param name="rate">
    /// The share of normal rows above the threshold, above 0, below 1: at 0.01, about 10 of 1,000 normal rows are false
    /// positives.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public static Threshold FalsePositiveRate(double rate) => rate is > 0 and < 1
        ? new(ThresholdKind.FalsePositiveRate, rate)
        : throw new ArgumentOutOfRangeException(nameof(rate), rate, "The false-positive rate must be above 0 and below 1.");

    /// <summary>Creates a threshold at a given score.</summary>
    /// <param name="score">The largest score that still counts as normal. Finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not finite.</exception>
    public static Threshold Value(double score) => double.IsFinite(score)
        ? new(ThresholdKind.Score, score)
        : throw new ArgumentOutOfRangeException(nameof(score), score, "The score must be finite.");

    /// <summary><c>quantile 0.99</c>, <c>false-positive rate 0.01</c> or <c>0.187</c>.</summary>
    public override string ToString()
    {
        var number = Number.ToString(CultureInfo.InvariantCulture);
        return Kind switch
        {
            ThresholdKind.Quantile => $"quantile {number}",
            ThresholdKind.FalsePositiveRate => $"false-positive rate {number}",
            _ => number,
        };
    }
}
