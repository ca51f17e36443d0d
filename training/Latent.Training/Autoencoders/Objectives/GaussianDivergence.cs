using Latent.Onnx;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// The Kullback-Leibler divergence of a diagonal Gaussian posterior from the standard normal prior:
/// -½ Σ (1 + log σ² - μ² - σ²) (Kingma and Welling 2014, appendix B).
/// </summary>
public static class GaussianDivergence
{
    /// <summary>Computes the divergence of each row, in nats.</summary>
    /// <param name="mean">μ, [batch, latent].</param>
    /// <param name="logVariance">log σ², [batch, latent].</param>
    /// <returns>[batch], at least 0 up to rounding.</returns>
    public static V PerRow<V>(V mean, V logVariance)
        where V : struct, IValue<V> =>
        ((mean * mean) + logVariance.Exp() - logVariance - 1f).Sum([1]) * 0.5f;

    /// <summary>Computes the divergence of each latent of each row, in nats.</summary>
    /// <param name="mean">μ, [batch, latent].</param>
    /// <param name="logVariance">log σ², [batch, latent].</param>
    /// <returns>[batch, latent], at least 0 up to rounding.</returns>
    public static V PerLatent<V>(V mean, V logVariance)
        where V : struct, IValue<V> =>
        ((mean * mean) + logVariance.Exp() - logVariance - 1f) * 0.5f;
}
