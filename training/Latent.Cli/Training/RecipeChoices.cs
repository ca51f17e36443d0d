using System.Text.Json;
using Latent.Training.Binding;
using Latent.Training.Recipes;

namespace Latent.Cli;

/// <summary>What the command line says about recipes.</summary>
/// <param name="Data">Data instead of the recipe's, or null.</param>
/// <param name="Profile">The profile to lay over the recipe.</param>
/// <param name="Changes">Single changes, as key=value.</param>
internal sealed record RecipeChoices(string? Data, string Profile, IReadOnlyList<string> Changes)
{
    private const string AsItStands = "full";

    // How a recipe divides and reads its own data says nothing about other data.
    private static readonly string[] UsualReading =
        ["data.validation=0.1", "data.test=0.1", "data.label=null", "data.shape=null", "data.resize=false"];

    /// <summary>Reads a recipe, with the choices applied.</summary>
    /// <exception cref="RecipeException">There is no such recipe or profile, or something in it is not right.</exception>
    public Recipe Open(string nameOrPath)
    {
        var plain = Recipe.Open(nameOrPath);
        var needsNoProfile = Profile == AsItStands && !plain.Profiles.Keys.Contains(Profile);
        return Recipe.Open(nameOrPath, needsNoProfile ? null : Profile, [.. OtherData(plain), .. Changes]);
    }

    private IEnumerable<string> OtherData(Recipe plain) =>
        Data is null || Data == plain.Data.Name ? [] : UsualReading.Prepend($"data.name={JsonSerializer.Serialize(Data, Json.Line)}");
}
