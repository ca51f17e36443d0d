using System.ComponentModel.DataAnnotations;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// Revives latents of a sparse code that are never active: dead latents reconstruct the residual of the active ones (Gao et
/// al. 2024).
/// </summary>
public sealed record AuxiliarySettings
{
    /// <summary>The weight of the loss, more than 0. Default: 1/32.</summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double Weight { get; init; } = 1.0 / 32;

    /// <summary>The maximum number of dead latents that join at a time, at least 1. Default: 32.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Latents { get; init; } = 32;

    /// <summary>The number of rows without activity after which a latent is dead, at least 1. Default: 5000.</summary>
    [Range(1, double.PositiveInfinity)]
    public int DeadAfterRows { get; init; } = 5_000;
}
