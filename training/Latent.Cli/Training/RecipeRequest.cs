using Latent.Training.Binding;
using Latent.Training.Recipes;

namespace Latent.Cli;

/// <summary>A recipe to train.</summary>
/// <param name="Name">Its name or path.</param>
/// <param name="Choices">What the command line says about it.</param>
internal sealed record RecipeRequest(string Name, RecipeChoices Choices)
{
    /// <summary>Reads the recipe, with the choices applied.</summary>
    /// <exception cref="RecipeException">There is no such recipe or profile, or something in it is not right.</exception>
    public Recipe Open() => Choices.Open(Name);
}
