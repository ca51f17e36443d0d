using System.ComponentModel.DataAnnotations;

namespace Latent.Training.Evaluation;

/// <summary>The metrics of the test rows beside the losses.</summary>
public sealed record EvaluationSettings
{
    /// <summary>
    /// Codes sampled per row to estimate <c>nll</c>, the negative log-likelihood in nats, of variational models with a
    /// Bernoulli likelihood, at least 0; 0 leaves it out. 1,000 is usual, and takes minutes. Default: 0.
    /// </summary>
    [Range(0, double.PositiveInfinity)]
    public int ImportanceSamples { get; init; }
}
