using System.ComponentModel.DataAnnotations;

namespace Latent.Training.Reports;

/// <summary>The images in the report of a trained model.</summary>
public sealed record ReportSettings
{
    /// <summary>Test images shown above their reconstructions, at least 0. Default: 16.</summary>
    [Range(0, double.PositiveInfinity)]
    public int Reconstructions { get; init; } = 16;

    /// <summary>Images sampled from the prior, for families that have one, at least 0. Default: 64.</summary>
    [Range(0, double.PositiveInfinity)]
    public int Samples { get; init; } = 64;

    /// <summary>Seed of the samples. Default: 0.</summary>
    public ulong Seed { get; init; }
}
