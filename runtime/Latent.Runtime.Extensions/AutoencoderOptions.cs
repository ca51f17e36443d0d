namespace Latent.Runtime.Extensions;

/// <summary>Options of one autoencoder in an application: a section of its configuration, or set in code.</summary>
public sealed class AutoencoderOptions
{
    /// <summary>The bundle's folder, the one that holds <c>bundle.json</c>. Required.</summary>
    public string Path { get; set; } = "";

    /// <summary>The device: <c>cpu</c>, <c>cuda</c>, <c>cuda:N</c> or <c>auto</c>. Default: <c>cpu</c>.</summary>
    public string Device { get; set; } = "cpu";

    /// <summary>Threads that one call may use: 1 or more; 0 for one per core. Default: 1.</summary>
    public int Threads { get; set; } = 1;

    /// <summary>Maximum number of rows per run of a graph, 1 or more. Default: 1024.</summary>
    public int MaxBatch { get; set; } = 1024;

    /// <summary>Whether to compare the SHA-256 of every file at load. Default: true.</summary>
    public bool VerifyHashes { get; set; } = true;

    /// <summary>
    /// The quantile of normal scores above which a row is an anomaly; one that the bundle lists, such as 0.99. Default: none. Set at
    /// most one of this, <see cref="FalsePositiveRate"/> and <see cref="Threshold"/>; with none, the default of the bundle applies.
    /// </summary>
    public double? Quantile { get; set; }

    /// <summary>
    /// The share of normal rows that may be detected as anomalies; above 0 and below 1, within the range of the calibration. Default: none.
    /// </summary>
    public double? FalsePositiveRate { get; set; }

    /// <summary>The score above which a row is an anomaly. Finite. Default: none.</summary>
    public double? Threshold { get; set; }
}
