using System.ComponentModel.DataAnnotations;
using Latent.Training.Binding;

namespace Latent.Training.Autoencoders;

/// <summary>
/// Progressive training: only the first latents are in use at first, and more are added in stages; the weights are carried
/// over. The remaining epochs train the whole code.
/// </summary>
public sealed record GrowthSettings : IRecordCheck
{
    /// <summary>The number of latents in use in each stage, increasing, each at least 1 and below <c>options.latent</c>.</summary>
    [Range(1, double.PositiveInfinity)]
    public required IReadOnlyList<int> Latents { get; init; }

    /// <summary>Epochs of each stage, at least 1. Default: 5.</summary>
    [Range(1, double.PositiveInfinity)]
    public int StageEpochs { get; init; } = 5;

    /// <inheritdoc/>
    public string? FindFault() => Latents.Count > 0 && Latents.Zip(Latents.Skip(1)).All(pair => pair.First < pair.Second)
        ? null
        : $"must have increasing latents, such as [8, 16]. Received: [{string.Join(", ", Latents)}].";
}
