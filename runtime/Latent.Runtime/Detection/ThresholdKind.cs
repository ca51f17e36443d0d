namespace Latent.Runtime;

/// <summary>How a <see cref="Threshold"/> says where anomalies begin.</summary>
public enum ThresholdKind
{
    /// <summary>A score.</summary>
    Score,

    /// <summary>A quantile of the scores of normal rows, one that the bundle lists.</summary>
    Quantile,

    /// <summary>The share of normal rows that may be called anomalies.</summary>
    FalsePositiveRate,
}
