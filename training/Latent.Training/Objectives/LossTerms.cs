using static TorchSharp.torch;

namespace Latent.Training.Objectives;

/// <summary>The parts of a training loss, each the mean over the rows of a batch.</summary>
/// <param name="Loss">What is minimised; a scalar that carries gradients.</param>
/// <param name="Reconstruction">The reconstruction part, unweighted; a scalar.</param>
/// <param name="Divergence">The divergence of the posterior from the prior in nats, unweighted; null for deterministic codes.</param>
public readonly record struct LossTerms(Tensor Loss, Tensor Reconstruction, Tensor? Divergence);
