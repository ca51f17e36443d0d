namespace Latent.Training.Recipes;

/// <summary>Stops training when the validation loss no longer falls, and restores the best weights.</summary>
public sealed record EarlyStoppingSettings
{
    /// <summary>Epochs without a better validation loss after which training stops, at least 1. Default: 5.</summary>
    [AtLeast(1)]
    public int Patience { get; init; } = 5;

    /// <summary>The minimum decrease of the loss that counts as better, at least 0. Default: 0.</summary>
    [AtLeast(0)]
    public double MinDelta { get; init; }
}
