using System.ComponentModel.DataAnnotations;
using Latent.Training.Binding;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>What is done to a row before a model in training sees it; the clean row is what it has to draw (Vincent et al. 2008).</summary>
public sealed record CorruptionSettings : IRecordCheck
{
    /// <summary>How rows are corrupted. Default: gaussian.</summary>
    public CorruptionKind Kind { get; init; } = CorruptionKind.Gaussian;

    /// <summary>How strongly, more than 0: a standard deviation, in the units that <c>options.normalization</c> gives rows, or a probability of at most 1. Default: 0.3.</summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double Level { get; init; } = 0.3;

    /// <summary>Whether corrupted values are limited to [0, 1], for rows that lie there once they are normalised. Default: true.</summary>
    public bool Clamp { get; init; } = true;

    /// <summary>
    /// Whether only what masking hid has to be drawn, for likelihoods of ratings: a model that need not repeat what it was
    /// shown learns what goes with it, as the diagonal of 0 makes EASE do (Steck, "Autoencoders that don't overfit towards
    /// the Identity", 2020). Default: false.
    /// </summary>
    public bool DrawHidden { get; init; }

    /// <inheritdoc/>
    public string? FindFault()
    {
        if (DrawHidden && Kind != CorruptionKind.Masking)
            return $"must have kind masking with draw_hidden. Received: {RecordBinder.NameOf(Kind)}.";
        return Kind == CorruptionKind.Gaussian || Level <= 1
            ? null
            : FormattableString.Invariant($"must have a level of at most 1, which is a probability here. Received: {Level}.");
    }
}
