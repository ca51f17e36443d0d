using Latent.Data;
using Latent.Training.Binding;

namespace Latent.Training.Recipes;

/// <summary>The recipes that come with Latent, in the folder <c>recipes</c> beside the program.</summary>
public static class BuiltInRecipes
{
    private const string Ending = ".yaml";

    /// <summary>The folder that holds them.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "recipes");

    /// <summary>Their names, sorted; none where the folder is missing.</summary>
    public static IReadOnlyList<string> Names => !Directory.Exists(Folder)
        ? []
        : [.. Directory.EnumerateFiles(Folder, "*" + Ending).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    internal static string Find(string name)
    {
        var names = Names;
        if (names.Contains(name)) return Path.Combine(Folder, name + Ending);
        var list = names.Count == 0 ? $"There are none in {Folder}." : $"Recipes: {string.Join(", ", names)}.";
        throw new RecipeException(
            new($"recipe {name}"), $"there is no recipe of this name. {NearestName.Suggest(name, names)}{list} A path to a .yaml file works as well.");
    }

    internal static bool IsPath(string nameOrPath) =>
        nameOrPath.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || nameOrPath.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || nameOrPath.Contains('/', StringComparison.Ordinal)
        || nameOrPath.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
