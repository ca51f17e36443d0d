using System.ComponentModel.DataAnnotations;
using Latent.Training.Binding;

namespace Latent.Training.Autoencoders;

/// <summary>
/// Progressive training (the article, section 5): only the first numbers of a code are in use at first, and more are
/// added in stages; the weights are carried over. What is left of the epochs trains the whole code.
/// </summary>
public sealed record GrowthSettings : IRecordCheck
{
    /// <summary>How many numbers of a code are in use in each stage, rising, each at least 1 and below <c>options.latent</c>.</summary>
    [Range(1, double.PositiveInfinity)]
    public required IReadOnlyList<int> Latents { get; init; }

    /// <summary>Epochs of each stage, at least 1. Default: 5.</summary>
    [Range(1, double.PositiveInfinity)]
    public int StageEpochs { get; init; } = 5;

    /// <inheritdoc/>
    public string? FindFault() => Latents.Count > 0 && Latents.Zip(Latents.Skip(1)).All(pair => pair.First < pair.Second)
        ? null
        : $"must have rising numbers in latents, such as [8, 16]. Received: [{string.Join(", ", Latents)}].";
}
