using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>A training loss and its terms, each the mean over the rows of a batch.</summary>
/// <param name="Loss">The loss to minimise; a scalar with gradients.</param>
/// <param name="Terms">The terms by name, unweighted; scalars. Empty for a loss of one term.</param>
public sealed record LossTerms(Tensor Loss, IReadOnlyList<(string Name, Tensor Value)> Terms);
