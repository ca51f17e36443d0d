using Latent.Training;

namespace Latent.Cli;

/// <summary>What became of a recipe: a bundle, an error, or nothing, as its data is not to be had.</summary>
/// <param name="Recipe">As it was written on the command line.</param>
/// <param name="Outcome">The bundle and its figures.</param>
/// <param name="Error">Why there is none.</param>
/// <param name="IsSkipped">Whether it was not trained because no source gave its data.</param>
internal sealed record RecipeResult(string Recipe, TrainingOutcome? Outcome, string? Error, bool IsSkipped = false);
