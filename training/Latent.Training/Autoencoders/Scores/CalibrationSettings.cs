using System.ComponentModel.DataAnnotations;
using Latent.Training.Binding;

namespace Latent.Training.Autoencoders.Scores;

/// <summary>The thresholds of the anomaly score, computed from the validation rows.</summary>
public sealed record CalibrationSettings : IRecordCheck
{
    // A bundle names thresholds by their quantile, written with at most this many decimals.
    private const int MaxDecimals = 6;

    /// <summary>
    /// Shares of normal rows that stay below a threshold, increasing, each between 0 and 1. Default: 0.9, 0.95, 0.99, 0.999.
    /// </summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public IReadOnlyList<double> Quantiles { get; init; } = [0.90, 0.95, 0.99, 0.999];

    /// <summary>The kind of anomaly score. Default: loss.</summary>
    public ScoreKind Score { get; init; } = ScoreKind.Loss;

    /// <summary>
    /// The default quantile above which a row counts as an anomaly, and at which accuracy, F1 and detection rates are
    /// reported; one of <see cref="Quantiles"/>. Default: none; where one is needed, 0.99.
    /// </summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? Alarm { get; init; }

    /// <inheritdoc/>
    public string? FindFault()
    {
        if (Quantiles.Count == 0) return "must have at least one quantile. Received: an empty list.";
        if (Quantiles.Any(quantile => quantile != Math.Round(quantile, MaxDecimals) || Math.Round(quantile, MaxDecimals) is 0 or 1))
            return FormattableString.Invariant(
                $"must have quantiles of at most {MaxDecimals} decimals. Received: [{string.Join(", ", Quantiles)}].");
        if (Alarm is { } alarm && !Quantiles.Contains(alarm))
            return FormattableString.Invariant(
                $"must have an alarm that is one of its quantiles, [{string.Join(", ", Quantiles)}]. Received: {alarm}.");
        var rises = Quantiles.Zip(Quantiles.Skip(1)).All(pair => pair.First < pair.Second);
        return rises ? null : FormattableString.Invariant($"must have increasing quantiles. Received: [{string.Join(", ", Quantiles)}].");
    }
}
