using System.ComponentModel.DataAnnotations;
using Latent.Training.Binding;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>A penalty on codes whose latents are active too often.</summary>
public sealed record SparsitySettings : IRecordCheck
{
    /// <summary>The kind of penalty. Default: kl.</summary>
    public SparsityKind Kind { get; init; } = SparsityKind.Kl;

    /// <summary>
    /// For kl, the mean activity of a latent, between 0 and 1; for l0, the number of active latents, at least 1. Default:
    /// 0.05.
    /// </summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double Target { get; init; } = 0.05;

    /// <summary>The weight of the penalty, more than 0. Default: 0.3.</summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double Weight { get; init; } = 0.3;

    /// <inheritdoc/>
    public string? FindFault() => Kind switch
    {
        SparsityKind.Kl when Target >= 1 => FormattableString.Invariant(
            $"must have a target below 1: for kl, it is a mean activity. Received: {Target}. The usual range is 0.01 to 0.1."),
        SparsityKind.L0 when Target < 1 =>
            "must have a target of at least 1: for l0, it is a number of active latents. " +
            FormattableString.Invariant($"Received: {Target}. Try a sixteenth of options.latent."),
        _ => null,
    };
}
