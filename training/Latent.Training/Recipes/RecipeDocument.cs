using System.Text.Json;
using Latent.Data;
using Latent.Training.Binding;

namespace Latent.Training.Recipes;

/// <summary>
/// A recipe file as written, read once: applies a profile, then overrides, and binds the result strictly to a
/// <see cref="Recipe"/>, as often as needed.
/// </summary>
public sealed class RecipeDocument
{
    private const string ProfilesKey = "profiles";
    private const string ProfileKey = "profile";

    private readonly string source;
    private readonly RecipeMapping root;
    private readonly RecipeMapping profiles;

    private RecipeDocument(string source, RecipeMapping root)
    {
        (this.source, this.root) = (source, root);
        profiles = root[ProfilesKey] is { } node ? AsMapping(node, ProfilesKey) : RecipeMapping.Empty;
    }

    /// <summary>The names of its profiles, in the order of the file.</summary>
    public IReadOnlyList<string> Profiles => [.. profiles.Keys];

    /// <summary>Reads a file, or a built-in recipe by its name, and checks all of its profiles.</summary>
    /// <param name="nameOrPath">
    /// A path (with a folder or the extension <c>.yaml</c> or <c>.yml</c>), else a name such as <c>mnist-vae</c>.
    /// </param>
    /// <exception cref="RecipeException">There is no such recipe, or something in it or in a profile is invalid.</exception>
    public static RecipeDocument Open(string nameOrPath) =>
        Load(BuiltInRecipes.IsPath(nameOrPath) ? nameOrPath : BuiltInRecipes.Find(nameOrPath));

    /// <summary>Applies a profile, then overrides.</summary>
    /// <param name="profile">One of <see cref="Profiles"/>; null takes the recipe as it is.</param>
    /// <param name="overrides">Overrides as <c>key=value</c>; a later one wins. Default: none.</param>
    /// <exception cref="RecipeException">There is no such profile, or something in the result is invalid.</exception>
    public Recipe Resolve(string? profile = null, IReadOnlyList<string>? overrides = null)
    {
        var resolved = profile is null ? root : WithProfile(FindProfile(profile));
        foreach (var change in overrides ?? [])
            resolved = resolved.Overlay(RecipeChange.Parse(change));
        return Bind(resolved) with { Profile = profile };
    }

    internal static RecipeDocument Load(string path)
    {
        var source = $"recipe {path}";
        using var reader = OpenText(path, source);
        var document = new RecipeDocument(source, AsMapping(YamlNodeReader.Read(reader, source), "the recipe"));
        foreach (var profile in document.profiles.Entries)
            Bind(document.WithProfile(profile));
        return document;
    }

    internal static Recipe FromJson(JsonElement json, string source)
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

    private RecipeMapping WithProfile(RecipeEntry profile)
    {
        var changes = AsMapping(profile.Value, $"{ProfilesKey}.{profile.Key}");
        return changes.Entries.FirstOrDefault(entry => entry.Key == ProfilesKey) is { } nested
            ? throw new RecipeException(nested.KeyPosition, $"a profile cannot contain profiles: {ProfilesKey}.{profile.Key}.")
            : root.Overlay(changes);
    }

    private RecipeEntry FindProfile(string name)
    {
        if (profiles.Entries.FirstOrDefault(entry => entry.Key == name) is { } found) return found;
        var known = profiles.Keys.Order(StringComparer.Ordinal).ToArray();
        var list = known.Length == 0 ? "The recipe has no profiles." : $"Known profiles: {string.Join(", ", known)}.";
        throw new RecipeException(new(source), $"unknown profile \"{name}\". {NearestName.Suggest(name, known)}{list}");
    }
}
