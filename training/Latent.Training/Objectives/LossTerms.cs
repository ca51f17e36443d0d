using static TorchSharp.torch;

namespace Latent.Training.Objectives;

/// <summary>A training loss and its terms, each the mean over the rows of a batch.</summary>
/// <param name="Loss">The loss to minimise; a scalar with gradients.</param>
/// <param name="Terms">The terms by name (<see cref="LossTerm"/>), unweighted; scalars, the reconstruction first.</param>
public sealed record LossTerms(Tensor Loss, IReadOnlyList<(string Name, Tensor Value)> Terms);
