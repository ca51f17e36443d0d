using Latent.Data;
using Latent.Training.Binding;

namespace Latent.Training.Recipes;

/// <summary>The built-in recipes, in the folder <c>recipes</c> beside the program.</summary>
public static class BuiltInRecipes
{
    private const string Extension = ".yaml";

    /// <summary>The folder of the recipes.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "recipes");

    /// <summary>The names of the recipes, sorted; empty where the folder is missing.</summary>
    public static IReadOnlyList<string> Names => !Directory.Exists(Folder)
        ? []
        : [.. Directory.EnumerateFiles(Folder, "*" + Extension)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal)];

    internal static string Find(string name)
    {
        var names = Names;
        if (names.Contains(name)) return Path.Combine(Folder, name + Extension);
        var list = names.Count == 0 ? $"There are none in {Folder}." : $"Recipes: {string.Join(", ", names)}.";
        throw new RecipeException(
            new($"recipe {name}"),
            $"there is no recipe with this name. {NearestName.Suggest(name, names)}{list} A path to a .yaml file works as well.");
    }

    internal static bool IsPath(string nameOrPath) =>
        nameOrPath.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || nameOrPath.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || nameOrPath.Contains('/', StringComparison.Ordinal)
        || nameOrPath.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
