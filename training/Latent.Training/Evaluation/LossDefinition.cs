using Latent.Bundles;

namespace Latent.Training.Evaluation;

/// <summary>What a bundle says of the loss it was trained on.</summary>
/// <param name="InputSize">The number of numbers in a row.</param>
/// <param name="IsBernoulli">Whether the reconstruction part is the cross-entropy, summed over features; else it is the squared error, averaged over them.</param>
/// <param name="Beta">The weight of the divergence.</param>
internal sealed record LossDefinition(int InputSize, bool IsBernoulli, double Beta)
{
    /// <summary>Reads the definition from a manifest, where export put it.</summary>
    public static LossDefinition Of(BundleManifest manifest)
    {
        var size = manifest.Input.Shape.Aggregate(1L, (product, extent) => product * extent);
        var options = manifest.Options;
        return new LossDefinition(
            (int)size,
            options.TryGetProperty("likelihood", out var likelihood) && likelihood.GetString() == "bernoulli",
            options.TryGetProperty("beta", out var beta) ? beta.GetDouble() : 1);
    }
}
