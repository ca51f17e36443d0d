using Latent.Fitting;
using Latent.Onnx;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// The composite prior of RecVAE (Shenbin et al. 2020): a mixture, for each number of a code, of the standard normal
/// distribution, of the posterior that the encoder gave the row at the end of the epoch before, and of a wide normal
/// distribution. The posterior of before keeps the encoder from forgetting what it knew of a row.
/// </summary>
internal sealed class CompositePrior
{
    private const double StandardWeight = 3.0 / 20;
    private const double EarlierWeight = 3.0 / 4;
    private const double WideWeight = 1.0 / 10;
    private const double WideLogVariance = 10;

    /// <summary>The weights at the end of the epoch before; empty in the first epoch.</summary>
    public WeightSnapshot Earlier { get; } = new();

    /// <summary>What the encoder said of rows at the end of the epoch before; null in the first epoch.</summary>
    /// <param name="model">The model under training; it is as before when this returns.</param>
    /// <param name="raw">Raw rows, [batch, features], as they are without corruption.</param>
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

    /// <summary>The divergence of codes from the prior, estimated by one draw: log q(z | x) - log p(z), summed over the numbers of a code.</summary>
    /// <param name="code">The draw, [batch, latent].</param>
    /// <param name="posterior">What it was drawn from.</param>
    /// <param name="earlier">The posterior of the epoch before; null takes the standard normal distribution alone.</param>
    /// <returns>In nats, [batch]; may be below 0 for a row.</returns>
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
        return stack([Weighted(standard, StandardWeight), Weighted(before, EarlierWeight), Weighted(wide, WideWeight)], dim: -1).logsumexp(-1);
    }

    private static Tensor Weighted(Tensor logDensity, double weight) => logDensity.Plus(Scalars.Get(Math.Log(weight)));

    // Of each number by itself.
    private static Tensor LogDensity(Tensor x, Tensor mean, Tensor logVariance) =>
        logVariance.Plus(Scalars.Get(Math.Log(2 * Math.PI))).Plus((x - mean).Squared() / logVariance.exp()) * Scalars.Get(-0.5);
}
