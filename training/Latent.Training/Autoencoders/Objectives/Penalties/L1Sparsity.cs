using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The L1 norm of the code, averaged over rows: the lasso penalty, for any code.</summary>
/// <param name="weight">The weight of the term.</param>
internal sealed class L1Sparsity(double weight) : IPenalty
{
    public string Name => LossTerm.Sparsity;

    public double Weight => weight;

    public Tensor Compute(TrainingPass pass) => pass.Posterior.Mean.Tensor.abs().sum(dim: 1).mean();
}
