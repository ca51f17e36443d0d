using System.Text.Json.Serialization;

namespace Latent.Training.Fitting;

/// <summary>The values of a loss and its terms, each a mean over rows.</summary>
/// <param name="Loss">The training objective.</param>
/// <param name="Terms">The terms by name (<see cref="Objectives.LossTerm"/>), unweighted, in the order of the objective.</param>
[JsonConverter(typeof(LossValuesJsonConverter))]
public sealed record LossValues(double Loss, IReadOnlyList<KeyValuePair<string, double>> Terms);
