using System.ComponentModel.DataAnnotations;
using Latent.Training.Binding;

namespace Latent.Training.Autoencoders.Codes;

/// <summary>
/// A code of which each number stays only above a threshold of its own, which is learned (Rajamanoharan et al. 2024).
/// <c>objective.sparsity</c> of kind l0 says how many stay.
/// </summary>
public sealed record JumpReluOptions : CodeOptions, IRecordCheck
{
    /// <summary>Where thresholds start, more than 0. Default: 0.1.</summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double Threshold { get; init; } = 0.1;

    /// <summary>The width around a threshold in which it feels a number, more than 0, at most twice the threshold. Default: 0.2.</summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double Bandwidth { get; init; } = 0.2;

    /// <inheritdoc/>
    public string? FindFault() => Bandwidth <= 2 * Threshold
        ? null
        : FormattableString.Invariant($"must have a bandwidth of at most twice the threshold, so that inactive numbers do not move it. Received: bandwidth {Bandwidth}, threshold {Threshold}.");

    internal override CodeLayer Create(long features, long size) => new JumpReluCode(features, size, Threshold, Bandwidth);
}
