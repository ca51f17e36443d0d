using System.Text.Json;
using Latent.Training.Binding;
using Latent.Training.Recipes;

namespace Latent.Cli;

/// <summary>The recipe overrides given on the command line.</summary>
/// <param name="Data">The data to use instead of the recipe's, or null.</param>
/// <param name="Profile">The profile to apply to the recipe.</param>
/// <param name="Changes">Overrides of single values, as key=value.</param>
internal sealed record RecipeChoices(string? Data, string Profile, IReadOnlyList<string> Changes)
{
    // 'full' stands for the unchanged recipe where the recipe has no profile of that name.
    private const string FullProfile = "full";

    // The split and reading options of a recipe apply to its own data only; other data is read with these defaults.
    private static readonly string[] DefaultReading =
        ["data.validation=0.1", "data.test=0.1", "data.label=null", "data.shape=null", "data.resize=false"];

    /// <summary>Opens a recipe with the overrides applied.</summary>
    /// <exception cref="RecipeException">The recipe or profile does not exist or is invalid.</exception>
    public Recipe Open(string nameOrPath)
    {
        var plain = Recipe.Open(nameOrPath);
        var needsNoProfile = Profile == FullProfile && !plain.Profiles.Keys.Contains(Profile);
        return Recipe.Open(nameOrPath, needsNoProfile ? null : Profile, [.. OtherData(plain), .. Changes]);
    }

    private IEnumerable<string> OtherData(Recipe plain) =>
        Data is null || Data == plain.Data.Name ? [] : DefaultReading.Prepend($"data.name={JsonSerializer.Serialize(Data, Json.Line)}");
}
