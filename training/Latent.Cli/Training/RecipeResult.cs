using Latent.Training;

namespace Latent.Cli;

/// <summary>What became of a recipe: a bundle, or an error.</summary>
/// <param name="Recipe">As it was written on the command line.</param>
/// <param name="Outcome">The bundle and its figures.</param>
/// <param name="Error">Why there is none.</param>
internal sealed record RecipeResult(string Recipe, TrainingOutcome? Outcome, string? Error);
