using System.Text.Json;
using Latent.Data;
using Latent.Training.Binding;

namespace Latent.Training.Recipes;

/// <summary>Loads recipes: reads the file, applies a profile, then overrides, and binds the result strictly to records.</summary>
internal static class RecipeLoader
{
    private const string ProfilesKey = "profiles";
    private const string ProfileKey = "profile";

    public static Recipe Load(string path, string? profile, IReadOnlyList<string> overrides)
    {
        var source = $"recipe {path}";
        using var reader = OpenText(path, source);
        var root = AsMapping(YamlNodeReader.Read(reader, source), "the recipe");
        var profiles = root[ProfilesKey] is { } node ? AsMapping(node, ProfilesKey) : RecipeMapping.Empty;
        foreach (var each in profiles.Entries)
            Bind(WithProfile(root, each));

        if (profile is not null) root = WithProfile(root, FindProfile(profiles, profile, source));
        foreach (var change in overrides)
            root = root.Overlay(RecipeChange.Parse(change));
        return Bind(root) with { Profile = profile };
    }

    public static Recipe FromJson(JsonElement json, string source)
    {
        var root = AsMapping(RecipeNode.FromJson(json, source), "the recipe");
        var profile = root[ProfileKey] is RecipeScalar { IsNull: false } name ? name.Text : null;
        return Bind(root with { Entries = [.. root.Entries.Where(entry => entry.Key != ProfileKey)] }) with { Profile = profile };
    }

    private static Recipe Bind(RecipeMapping root) => RecordBinder.Bind<Recipe>(root, "");

    private static StreamReader OpenText(string path, string source)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException(new(source), $"it cannot be opened: {error.Message}", error);
        }
    }

    private static RecipeMapping AsMapping(RecipeNode node, string what) => node switch
    {
        RecipeMapping mapping => mapping,
        RecipeScalar { IsNull: true } => new(node.Position, []),
        _ => throw new RecipeException(node.Position, $"{what} must be a mapping of keys to values. Received: {node.Describe()}."),
    };

    private static RecipeMapping WithProfile(RecipeMapping root, RecipeEntry profile)
    {
        var changes = AsMapping(profile.Value, $"{ProfilesKey}.{profile.Key}");
        return changes.Entries.FirstOrDefault(entry => entry.Key == ProfilesKey) is { } nested
            ? throw new RecipeException(nested.KeyPosition, $"a profile cannot contain profiles: {ProfilesKey}.{profile.Key}.")
            : root.Overlay(changes);
    }

    private static RecipeEntry FindProfile(RecipeMapping profiles, string name, string source)
    {
        if (profiles.Entries.FirstOrDefault(entry => entry.Key == name) is { } found) return found;
        var known = profiles.Keys.Order(StringComparer.Ordinal).ToArray();
        var list = known.Length == 0 ? "The recipe has no profiles." : $"Known profiles: {string.Join(", ", known)}.";
        throw new RecipeException(new(source), $"unknown profile \"{name}\". {NearestName.Suggest(name, known)}{list}");
    }
}
