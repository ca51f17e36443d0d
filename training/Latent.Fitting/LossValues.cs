using System.Text.Json.Serialization;

namespace Latent.Fitting;

/// <summary>The values of a loss and its terms, each a mean over rows.</summary>
/// <param name="Loss">The training objective.</param>
/// <param name="Terms">The terms by name, unweighted, in the order of the objective.</param>
[JsonConverter(typeof(LossValuesJsonConverter))]
public sealed record LossValues(double Loss, IReadOnlyList<KeyValuePair<string, double>> Terms);
