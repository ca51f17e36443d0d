using System.Text.Json;
using System.Text.Json.Nodes;
using Latent.Training.Recipes;

namespace Latent.Training.Binding;

/// <summary>A piece of a recipe as it was written, before it is known what it means: a scalar, a list or a mapping. Never changes.</summary>
/// <param name="Position">Where it begins.</param>
public abstract record RecipeNode(RecipePosition Position)
{
    /// <summary>The same content as JSON; null for nothing.</summary>
    public abstract JsonNode? ToJson();

    /// <summary>How an error message shows it.</summary>
    internal abstract string Describe();

    /// <summary>Makes a node of JSON.</summary>
    /// <param name="json">Any JSON.</param>
    /// <param name="source">What error messages call it.</param>
    public static RecipeNode FromJson(JsonElement json, string source)
    {
        var position = new RecipePosition(source);
        return json.ValueKind switch
        {
            JsonValueKind.Object => new RecipeMapping(position, [.. json.EnumerateObject().Select(ToEntry)]),
            JsonValueKind.Array => new RecipeSequence(position, [.. json.EnumerateArray().Select(item => FromJson(item, source))]),
            JsonValueKind.String => new RecipeScalar(position, json.GetString()!, IsQuoted: true),
            _ => new RecipeScalar(position, json.GetRawText(), IsQuoted: false),
        };

        RecipeEntry ToEntry(JsonProperty pair) => new(pair.Name, position, FromJson(pair.Value, source));
    }
}
