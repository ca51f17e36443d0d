using Latent.Fitting;
using Latent.Onnx;
using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// The composite prior of RecVAE (Shenbin et al. 2020): a mixture, for each latent, of the standard normal distribution, of
/// the posterior of the row at the end of the previous epoch, and of a wide normal distribution. The earlier posterior keeps
/// the encoder from forgetting what it learned about a row.
/// </summary>
internal sealed class CompositePrior
{
    // The weights and the width of RecVAE.
    private const double StandardWeight = 3.0 / 20;
    private const double EarlierWeight = 3.0 / 4;
    private const double WideWeight = 1.0 / 10;
    private const double WideLogVariance = 10;

    /// <summary>The weights at the end of the previous epoch; empty in the first epoch.</summary>
    public WeightSnapshot Earlier { get; } = new();

    /// <summary>Returns the posterior of rows at the end of the previous epoch; null in the first epoch.</summary>
    /// <param name="model">The model in training; unchanged on return.</param>
    /// <param name="raw">Raw rows, [batch, features], without corruption.</param>
    public Posterior<TensorValue>? EarlierPosterior(AutoencoderModel model, Tensor raw)
    {
        if (Earlier.IsEmpty)
            return null;

        var isTraining = model.training;
        using var frozen = no_grad();
        using var lent = Earlier.Lend(model);
        model.eval();
        var posterior = model.Encode(model.Normalizer.Normalize<TensorValue>(raw));
        model.train(isTraining);
        return posterior;
    }

    /// <summary>
    /// Estimates the divergence of codes from the prior with one sample: log q(z | x) - log p(z), summed over the latents.
    /// </summary>
    /// <param name="code">The sampled codes, [batch, latent].</param>
    /// <param name="posterior">The posterior that the codes are sampled from.</param>
    /// <param name="earlier">The posterior of the previous epoch; null uses the standard normal distribution alone.</param>
    /// <returns>In nats, [batch]; can be negative for a row.</returns>
    public static Tensor OfRows(Tensor code, Posterior<TensorValue> posterior, Posterior<TensorValue>? earlier)
    {
        var density = LogDensity(code, posterior.Mean.Tensor, posterior.LogVariance!.Value.Tensor);
        return (density - LogPrior(code, earlier)).sum([1]);
    }

    private static Tensor LogPrior(Tensor code, Posterior<TensorValue>? earlier)
    {
        var standard = LogDensity(code, zeros_like(code), zeros_like(code));
        if (earlier is not { } posterior)
            return standard;

        var before = LogDensity(code, posterior.Mean.Tensor, posterior.LogVariance!.Value.Tensor);
        var wide = LogDensity(code, zeros_like(code), full_like(code, Scalars.Get(WideLogVariance)));
        return stack([Weighted(standard, StandardWeight), Weighted(before, EarlierWeight), Weighted(wide, WideWeight)], dim: -1).logsumexp(
            -1);
    }

    private static Tensor Weighted(Tensor logDensity, double weight) => logDensity.Plus(Scalars.Get(Math.Log(weight)));

    // Elementwise, per latent.
    private static Tensor LogDensity(Tensor x, Tensor mean, Tensor logVariance) =>
        logVariance.Plus(Scalars.Get(Math.Log(2 * Math.PI))).Plus((x - mean).Squared() / logVariance.exp()) * Scalars.Get(-0.5);
}
