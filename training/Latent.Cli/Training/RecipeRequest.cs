using Latent.Training.Binding;
using Latent.Training.Recipes;

namespace Latent.Cli;

/// <summary>A recipe to train.</summary>
/// <param name="Name">The name or path of the recipe.</param>
/// <param name="Choices">The overrides given on the command line.</param>
internal sealed record RecipeRequest(string Name, RecipeChoices Choices)
{
    /// <summary>Opens the recipe with the overrides applied.</summary>
    /// <exception cref="RecipeException">The recipe or profile does not exist or is invalid.</exception>
    public Recipe Open() => Choices.Open(Name);
}
