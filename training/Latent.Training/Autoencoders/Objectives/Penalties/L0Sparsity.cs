using Latent.Shared;
using Latent.Training.Autoencoders.Codes;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>(L0 / target - 1)², with L0 the number of nonzero latents, averaged over rows (Rajamanoharan et al. 2024).</summary>
/// <param name="target">The target number of nonzero latents, more than 0.</param>
/// <param name="weight">The weight of the term.</param>
internal sealed class L0Sparsity(double target, double weight) : IPenalty
{
    public string Name => LossTerm.Sparsity;

    public double Weight => weight;

    public Tensor Compute(TrainingPass pass)
    {
        var code = (JumpReluCode)pass.Model.Code;
        var active = pass.Posterior.PreActivation is { } preActivation ? code.CountActive(preActivation.Tensor) : CountNonzero(pass);
        return ((active.mean() / Scalars.Get(target)) - Scalars.One).Squared();
    }

    private static Tensor CountNonzero(TrainingPass pass)
        => pass.Posterior.Mean.Tensor.gt(Scalars.Get(0)).to(ScalarType.Float32).sum(dim: 1);
}
