using System.ComponentModel.DataAnnotations;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The weight of the divergence over the epochs: it starts at 0.</summary>
public sealed record AnnealingSettings
{
    /// <summary>How the weight grows. Default: linear.</summary>
    public AnnealingKind Kind { get; init; } = AnnealingKind.Linear;

    /// <summary>Epochs until the weight is β, or per cycle, at least 1. Default: 5.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Epochs { get; init; } = 5;
}
