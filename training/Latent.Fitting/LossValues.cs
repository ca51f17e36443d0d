using System.Text.Json.Serialization;

namespace Latent.Fitting;

/// <summary>A loss and what it is made of as numbers, each a mean over rows.</summary>
/// <param name="Loss">What is minimised.</param>
/// <param name="Terms">The parts by name, unweighted, in the order of the objective.</param>
[JsonConverter(typeof(LossValuesJsonConverter))]
public sealed record LossValues(double Loss, IReadOnlyList<KeyValuePair<string, double>> Terms);
