using System.Globalization;

namespace Latent.Runtime;

/// <summary>Which score separates normal rows from anomalies.</summary>
public readonly record struct Threshold
{
    private Threshold(ThresholdKind kind, double number) => (Kind, Number) = (kind, number);

    /// <summary>What <c>Detect</c> uses when neither the caller nor the bundle says anything: the 0.99 quantile.</summary>
    public static Threshold Default { get; } = Quantile(0.99);

    /// <summary>What <see cref="Number"/> is.</summary>
    public ThresholdKind Kind { get; }

    /// <summary>The score, or the quantile or the rate between 0 and 1.</summary>
    public double Number { get; }

    /// <summary>The score that this share of normal rows stays at or below, as the bundle's calibration lists it.</summary>
    /// <param name="quantile">Above 0, below 1; one that the bundle lists, such as 0.99.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public static Threshold Quantile(double quantile) => quantile is > 0 and < 1
        ? new(ThresholdKind.Quantile, quantile)
        : throw new ArgumentOutOfRangeException(nameof(quantile), quantile, "A quantile is above 0 and below 1.");

    /// <summary>
    /// The score that this share of normal rows is above, for any share that the bundle's calibration has rows enough for:
    /// as it lists it, or on the straight line between the two nearest quantiles that it knows.
    /// </summary>
    /// <param name="rate">Above 0, below 1: of 1,000 normal rows, 0.01 calls about 10 anomalies.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public static Threshold FalsePositiveRate(double rate) => rate is > 0 and < 1
        ? new(ThresholdKind.FalsePositiveRate, rate)
        : throw new ArgumentOutOfRangeException(nameof(rate), rate, "A false-positive rate is above 0 and below 1.");

    /// <summary>A score of the caller's choice.</summary>
    /// <param name="score">The largest score that still counts as normal. Finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not finite.</exception>
    public static Threshold Value(double score) => double.IsFinite(score)
        ? new(ThresholdKind.Score, score)
        : throw new ArgumentOutOfRangeException(nameof(score), score, "A threshold is a finite score.");

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
