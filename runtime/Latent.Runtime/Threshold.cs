using System.Globalization;

namespace Latent.Runtime;

/// <summary>Which score separates normal rows from anomalies.</summary>
public readonly record struct Threshold
{
    private Threshold(bool isQuantile, double number) => (IsQuantile, Number) = (isQuantile, number);

    /// <summary>What <c>Detect</c> uses when neither the caller nor the bundle says anything: the 0.99 quantile.</summary>
    public static Threshold Default { get; } = Quantile(0.99);

    /// <summary>True for a quantile of the calibration, false for a score.</summary>
    public bool IsQuantile { get; }

    /// <summary>The quantile between 0 and 1, or the score.</summary>
    public double Number { get; }

    /// <summary>The score that this share of normal rows stays at or below, as the bundle's calibration lists it.</summary>
    /// <param name="quantile">Above 0, below 1; one that the bundle lists, such as 0.99.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public static Threshold Quantile(double quantile) => quantile is > 0 and < 1
        ? new(true, quantile)
        : throw new ArgumentOutOfRangeException(nameof(quantile), quantile, "A quantile is above 0 and below 1.");

    /// <summary>A score of the caller's choice.</summary>
    /// <param name="score">The largest score that still counts as normal. Finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not finite.</exception>
    public static Threshold Value(double score) => double.IsFinite(score)
        ? new(false, score)
        : throw new ArgumentOutOfRangeException(nameof(score), score, "A threshold is a finite score.");

    /// <summary><c>quantile 0.99</c> or <c>0.187</c>.</summary>
    public override string ToString() =>
        (IsQuantile ? "quantile " : "") + Number.ToString(CultureInfo.InvariantCulture);
}
