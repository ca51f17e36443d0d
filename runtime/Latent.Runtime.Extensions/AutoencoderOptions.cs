namespace Latent.Runtime.Extensions;

/// <summary>How an application runs one autoencoder; a section of its configuration, or set in code.</summary>
public sealed class AutoencoderOptions
{
    /// <summary>The bundle's folder, the one that holds <c>bundle.json</c>. Needed.</summary>
    public string Path { get; set; } = "";

    /// <summary>Where it runs: <c>cpu</c>, <c>cuda</c>, <c>cuda:N</c> or <c>auto</c>. Default: <c>cpu</c>.</summary>
    public string Device { get; set; } = "cpu";

    /// <summary>Threads that one call may use: 1 or more; 0 for one a core. Default: 1.</summary>
    public int Threads { get; set; } = 1;

    /// <summary>Rows that go through a graph at once, 1 or more. Default: 1024.</summary>
    public int MaxBatch { get; set; } = 1024;

    /// <summary>True compares the SHA-256 of every file at load. Default: true.</summary>
    public bool VerifyHashes { get; set; } = true;

    /// <summary>
    /// The quantile of normal scores above which a row is an anomaly; one that the bundle lists, such as 0.99. Default: none. At most one
    /// of this, <see cref="FalsePositiveRate"/> and <see cref="Threshold"/> is set; none leaves the choice to the bundle.
    /// </summary>
    public double? Quantile { get; set; }

    /// <summary>The share of normal rows that may be called anomalies; above 0, below 1, as far as the calibration reaches. Default: none.</summary>
    public double? FalsePositiveRate { get; set; }

    /// <summary>The score above which a row is an anomaly. Finite. Default: none.</summary>
    public double? Threshold { get; set; }
}
