using System.ComponentModel.DataAnnotations;
using Latent.Training.Binding;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// The corruption of a row before a model in training sees it; the reconstruction target is the clean row (Vincent et al.
/// 2008).
/// </summary>
public sealed record CorruptionSettings : IRecordCheck
{
    /// <summary>The kind of corruption. Default: gaussian.</summary>
    public CorruptionKind Kind { get; init; } = CorruptionKind.Gaussian;

    /// <summary>
    /// The level of corruption, more than 0: a standard deviation, in the units of normalised rows
    /// (<c>options.normalization</c>), or a probability of at most 1. Default: 0.3.
    /// </summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double Level { get; init; } = 0.3;

    /// <summary>Whether corrupted values are clamped to [0, 1], for rows that lie there after normalization. Default: true.</summary>
    public bool Clamp { get; init; } = true;

    // The recipe key stays 'draw_hidden' for compatibility.
    /// <summary>
    /// Whether only the values that masking hides have to be reconstructed, for likelihoods of ratings: a model that need not
    /// repeat its input learns which values occur together, as EASE does by its zero diagonal (Steck, "Autoencoders that
    /// don't overfit towards the Identity", 2020). Default: false.
    /// </summary>
    public bool DrawHidden { get; init; }

    /// <inheritdoc/>
    public string? FindFault()
    {
        if (DrawHidden && Kind != CorruptionKind.Masking)
            return $"must have kind masking with draw_hidden. Received: {RecordBinder.NameOf(Kind)}.";
        return Kind == CorruptionKind.Gaussian || Level <= 1
            ? null
            : FormattableString.Invariant($"must have a level of at most 1, because it is a probability. Received: {Level}.");
    }
}
