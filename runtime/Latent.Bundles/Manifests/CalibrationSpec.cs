namespace Latent.Bundles;

/// <summary>What the anomaly score looks like on normal rows that the model was not trained on.</summary>
public sealed record CalibrationSpec
{
    /// <summary>What the score is, such as <c>mean_squared_error</c>.</summary>
    public required string ScoreKind { get; init; }

    /// <summary>Threshold by quantile: <c>"0.99"</c> names the score that 99 of 100 normal rows stay at or below.</summary>
    public required IReadOnlyDictionary<string, double> Thresholds { get; init; }

    /// <summary>Mean of the scores.</summary>
    public required double Mean { get; init; }

    /// <summary>Standard deviation of the scores, 0 or more.</summary>
    public required double Deviation { get; init; }

    /// <summary>How many rows were scored, 1 or more.</summary>
    public required long SampleCount { get; init; }

    /// <summary>
    /// Scores at evenly spaced quantiles from 0 to 1 (the first is the smallest score, the last the largest),
    /// for comparing live scores with these. Ascending. Default: none.
    /// </summary>
    public IReadOnlyList<double> ReferenceQuantiles { get; init; } = [];
}
