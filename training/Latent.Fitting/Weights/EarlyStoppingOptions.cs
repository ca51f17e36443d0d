using System.ComponentModel.DataAnnotations;

namespace Latent.Fitting;

/// <summary>Stops training when the validation loss no longer falls, and restores the best weights.</summary>
public sealed record EarlyStoppingOptions
{
    /// <summary>Epochs without a better validation loss after which training stops, at least 1. Default: 5.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Patience { get; init; } = 5;

    /// <summary>The minimum decrease of the loss that counts as better, at least 0. Default: 0.</summary>
    [Range(0, double.PositiveInfinity)]
    public double MinDelta { get; init; }
}
