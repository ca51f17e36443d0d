using System.ComponentModel.DataAnnotations;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// Revives numbers of a sparse code that are never active: those that are dead draw what the living ones leave over
/// (Gao et al. 2024).
/// </summary>
public sealed record AuxiliarySettings
{
    /// <summary>The weight of the loss, more than 0. Default: 1/32.</summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double Weight { get; init; } = 1.0 / 32;

    /// <summary>How many dead numbers draw at a time, at least 1. Default: 32.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Latents { get; init; } = 32;

    /// <summary>After how many rows without activity a number is dead, at least 1. Default: 5000.</summary>
    [Range(1, double.PositiveInfinity)]
    public int DeadAfterRows { get; init; } = 5_000;
}
