using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>A training loss and what it is made of, each the mean over the rows of a batch.</summary>
/// <param name="Loss">What is minimised; a scalar that carries gradients.</param>
/// <param name="Terms">The parts by name, unweighted; scalars. None for a loss of one term.</param>
public sealed record LossTerms(Tensor Loss, IReadOnlyList<(string Name, Tensor Value)> Terms);
