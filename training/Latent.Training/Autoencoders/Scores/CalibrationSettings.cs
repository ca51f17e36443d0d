using System.ComponentModel.DataAnnotations;
using Latent.Training.Binding;

namespace Latent.Training.Autoencoders.Scores;

/// <summary>Which thresholds of the anomaly score are read off the validation samples.</summary>
public sealed record CalibrationSettings : IRecordCheck
{
    // A bundle names thresholds by their quantile, written with so many decimals.
    private const int MaxDecimals = 6;

    /// <summary>Shares of ordinary samples that stay below a threshold, rising, each between 0 and 1. Default: 0.9, 0.95, 0.99, 0.999.</summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public IReadOnlyList<double> Quantiles { get; init; } = [0.90, 0.95, 0.99, 0.999];

    /// <summary>What the anomaly score of a row is. Default: loss.</summary>
    public ScoreKind Score { get; init; } = ScoreKind.Loss;

    /// <summary>
    /// The quantile above which a row counts as an anomaly unless something else is asked for, and at which accuracy, F1
    /// and detection rates are given; one of <see cref="Quantiles"/>. Default: none, and 0.99 where one is needed.
    /// </summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? Alarm { get; init; }

    /// <inheritdoc/>
    public string? FindFault()
    {
        if (Quantiles.Count == 0) return "must have at least one quantile. Received: an empty list.";
        if (Quantiles.Any(quantile => quantile != Math.Round(quantile, MaxDecimals) || Math.Round(quantile, MaxDecimals) is 0 or 1))
            return FormattableString.Invariant($"must have quantiles of at most {MaxDecimals} decimals. Received: [{string.Join(", ", Quantiles)}].");
        if (Alarm is { } alarm && !Quantiles.Contains(alarm))
            return FormattableString.Invariant($"must have an alarm that is one of its quantiles, [{string.Join(", ", Quantiles)}]. Received: {alarm}.");
        var rises = Quantiles.Zip(Quantiles.Skip(1)).All(pair => pair.First < pair.Second);
        return rises ? null : FormattableString.Invariant($"must have rising quantiles. Received: [{string.Join(", ", Quantiles)}].");
    }
}
