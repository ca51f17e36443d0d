using System.ComponentModel.DataAnnotations;
using Latent.Training.Binding;

namespace Latent.Training.Autoencoders.Codes;

/// <summary>
/// A code of which each latent is kept only above its own learned threshold (Rajamanoharan et al. 2024).
/// <c>objective.sparsity</c> of kind l0 sets how many are kept.
/// </summary>
public sealed record JumpReluOptions : CodeOptions, IRecordCheck
{
    /// <summary>The initial threshold, more than 0. Default: 0.1.</summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double Threshold { get; init; } = 0.1;

    /// <summary>
    /// The width of the window around a threshold in which latents contribute to its gradient, more than 0, at most twice the
    /// threshold. Default: 0.2.
    /// </summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double Bandwidth { get; init; } = 0.2;

    /// <inheritdoc/>
    public string? FindFault() => Bandwidth <= 2 * Threshold
        ? null
        : "must have a bandwidth of at most twice the threshold, so that inactive latents do not move it. " +
          FormattableString.Invariant($"Received: bandwidth {Bandwidth}, threshold {Threshold}.");

    internal override CodeLayer Create(long features, long size) => new JumpReluCode(features, size, Threshold, Bandwidth);
}
