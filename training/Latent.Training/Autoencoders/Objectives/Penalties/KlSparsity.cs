using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// Σ ρ log(ρ / ρ̂) + (1 - ρ) log((1 - ρ) / (1 - ρ̂)) over the latents, with ρ̂ the mean of each latent over the batch (Ng
/// 2011). Codes lie in (0, 1).
/// </summary>
/// <param name="target">ρ, between 0 and 1.</param>
/// <param name="weight">The weight of the term.</param>
internal sealed class KlSparsity(double target, double weight) : IPenalty
{
    // Keeps the logarithms finite where a latent is always 0 or always 1.
    private const float MinProbability = 1e-7f;

    public string Name => LossTerm.Sparsity;

    public double Weight => weight;

    public Tensor Compute(TrainingPass pass)
    {
        var activity = pass.Posterior.Mean.Tensor.mean([0]).clamp(
            Scalars.Get(MinProbability), Scalars.Get(1 - MinProbability));     // [latent]
        var divergence = (activity.log() * Scalars.Get(-target)) - (activity.OneMinus().log() * Scalars.Get(1 - target));
        return divergence.sum().Plus(Scalars.Get(activity.numel() * NegativeEntropy));
    }

    private double NegativeEntropy => (target * Math.Log(target)) + ((1 - target) * Math.Log(1 - target));
}
