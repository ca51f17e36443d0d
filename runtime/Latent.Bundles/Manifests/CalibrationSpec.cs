namespace Latent.Bundles;

/// <summary>Statistics of the anomaly score on normal rows that the model was not trained on.</summary>
public sealed record CalibrationSpec
{
    /// <summary>The kind of score, such as <c>mean_squared_error</c>.</summary>
    public required string ScoreKind { get; init; }

    /// <summary>Thresholds by quantile: 99 of 100 normal rows score at or below the threshold of <c>"0.99"</c>.</summary>
    public required IReadOnlyDictionary<string, double> Thresholds { get; init; }

    /// <summary>Mean of the scores.</summary>
    public required double Mean { get; init; }

    /// <summary>Standard deviation of the scores, 0 or more.</summary>
    public required double Deviation { get; init; }

    /// <summary>The number of scored rows, 1 or more.</summary>
    public required long SampleCount { get; init; }

    /// <summary>
    /// Scores at evenly spaced quantiles from 0 to 1 (the first is the smallest score, the last the largest),
    /// for comparison with live scores. Ascending. Default: none.
    /// </summary>
    public IReadOnlyList<double> ReferenceQuantiles { get; init; } = [];
}
