using System.Text.Json.Serialization;

namespace Latent.Training.Fitting;

/// <summary>The parts of a loss as numbers, each a mean over rows.</summary>
/// <param name="Loss">What is minimised.</param>
/// <param name="Reconstruction">The reconstruction part, unweighted.</param>
/// <param name="Divergence">The divergence of the posterior from the prior in nats, unweighted; null for deterministic codes.</param>
public sealed record LossValues(double Loss, double Reconstruction, [property: JsonPropertyName("kl")] double? Divergence);
