using System.Text.Json;
using System.Text.Json.Nodes;
using Latent.Training.Recipes;

namespace Latent.Training.Binding;

/// <summary>An immutable node of a recipe as written, before it is bound: a scalar, a list or a mapping.</summary>
/// <param name="Position">The position where it starts.</param>
public abstract record RecipeNode(RecipePosition Position)
{
    /// <summary>Returns the same content as JSON; null for a null scalar.</summary>
    public abstract JsonNode? ToJson();

    /// <summary>Returns the description for error messages.</summary>
    internal abstract string Describe();

    /// <summary>Creates a node from JSON.</summary>
    /// <param name="json">Any JSON.</param>
    /// <param name="source">The name of the source in error messages.</param>
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
