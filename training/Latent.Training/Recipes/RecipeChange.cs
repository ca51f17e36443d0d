using Latent.Training.Binding;

namespace Latent.Training.Recipes;

/// <summary>A single change from the command line, <c>fit.epochs=3</c>, as the mapping that it lays over a recipe. The value is YAML.</summary>
internal static class RecipeChange
{
    public static RecipeMapping Parse(string change)
    {
        var position = new RecipePosition($"--set {change}");
        var equals = change.IndexOf('=', StringComparison.Ordinal);
        var keys = equals < 0 ? [] : change[..equals].Split('.');
        if (keys.Length == 0 || keys.Any(string.IsNullOrWhiteSpace))
            throw new RecipeException(position, "a change is written key=value, the key with points between its parts, such as fit.epochs=3.");
        if (keys[0] == "profiles")
        {
            throw new RecipeException(
                position, "a profile is chosen with --profile; its parts are changed by their own keys.");
        }

        using var text = new StringReader(change[(equals + 1)..]);
        var node = YamlNodeReader.Read(text, position.Source, hasLines: false);
        foreach (var key in keys.Reverse())
            node = new RecipeMapping(position, [new(key, position, node)]);
        return (RecipeMapping)node;
    }
}
