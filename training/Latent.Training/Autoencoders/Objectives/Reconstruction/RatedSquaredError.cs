using Latent.Training.Layers;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// The mean of (x - x̂)² over the nonzero values of a row, for ratings: unrated items do not count (Sedhain et al., "AutoRec:
/// Autoencoders Meet Collaborative Filtering", 2015).
/// </summary>
internal sealed class RatedSquaredError : ReconstructionLoss
{
    // Avoids a division by zero: a row without ratings has no error.
    private const float MinCount = 1e-6f;

    /// <inheritdoc/>
    public override V OfRows<V>(V preActivation, V target, OutputActivation output)
    {
        var isRated = target.Abs().Sign();
        var difference = (output.Apply(preActivation) - target) * isRated;
        return (difference * difference).Sum([-1]) / (isRated.Sum([-1]) + MinCount);
    }
}
