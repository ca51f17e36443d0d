using Latent.Training;

namespace Latent.Cli;

/// <summary>The result of a recipe: a bundle, an error, or a skip if its data is unavailable.</summary>
/// <param name="Recipe">The recipe as given on the command line.</param>
/// <param name="Outcome">The bundle and its metrics; null if there is none.</param>
/// <param name="Error">Why there is no bundle; null if there is one.</param>
/// <param name="IsSkipped">Whether training was skipped because no source provided the data.</param>
internal sealed record RecipeResult(string Recipe, TrainingOutcome? Outcome, string? Error, bool IsSkipped = false);
