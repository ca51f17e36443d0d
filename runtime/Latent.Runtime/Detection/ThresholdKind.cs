namespace Latent.Runtime;

/// <summary>The kinds of <see cref="Threshold"/>.</summary>
public enum ThresholdKind
{
    /// <summary>A score.</summary>
    Score,

    /// <summary>A quantile of the scores of normal rows, listed in the bundle.</summary>
    Quantile,

    /// <summary>The share of normal rows that may be flagged as anomalies.</summary>
    FalsePositiveRate,
}
