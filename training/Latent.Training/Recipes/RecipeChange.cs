using Latent.Training.Binding;

namespace Latent.Training.Recipes;

/// <summary>
/// Parses an override on the command line, <c>fit.epochs=3</c>, to the mapping that is laid over a recipe. The value is YAML.
/// </summary>
internal static class RecipeChange
{
    public static RecipeMapping Parse(string change)
    {
        var position = new RecipePosition($"--set {change}");
        var equals = change.IndexOf('=', StringComparison.Ordinal);
        var keys = equals < 0 ? [] : change[..equals].Split('.');
        if (keys.Length == 0 || keys.Any(string.IsNullOrWhiteSpace))
            throw new RecipeException(
                position, "an override has the form key=value, with dots between the parts of the key, such as fit.epochs=3.");
        if (keys[0] == "profiles")
        {
            throw new RecipeException(
                position, "a profile is selected with --profile; override its settings by their own keys, such as fit.epochs=3.");
        }

        using var text = new StringReader(change[(equals + 1)..]);
        var node = YamlNodeReader.Read(text, position.Source, hasLines: false);
        foreach (var key in keys.Reverse())
            node = new RecipeMapping(position, [new(key, position, node)]);
        return (RecipeMapping)node;
    }
}
