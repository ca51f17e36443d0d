using System.Text.Json.Nodes;
using Latent.Training.Recipes;

namespace Latent.Training.Binding;

/// <summary>A mapping: keys with values, each key once, in the order in which they are written.</summary>
/// <param name="Position">The position where it starts.</param>
/// <param name="Entries">The entries.</param>
public sealed record RecipeMapping(RecipePosition Position, IReadOnlyList<RecipeEntry> Entries) : RecipeNode(Position)
{
    /// <summary>An empty mapping.</summary>
    public static RecipeMapping Empty { get; } = new(new RecipePosition("recipe"), []);

    /// <summary>The keys, in the order in which they are written.</summary>
    public IEnumerable<string> Keys => Entries.Select(entry => entry.Key);

    /// <summary>The value of a key, or null where there is no such key.</summary>
    public RecipeNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    /// <summary>
    /// Returns this mapping with another laid over it: mappings are merged key by key, null removes a key, any other value is
    /// replaced as a whole.
    /// </summary>
    /// <param name="over">The mapping that takes precedence.</param>
    public RecipeMapping Overlay(RecipeMapping over)
    {
        var merged = Entries.ToList();
        foreach (var entry in over.Entries)
        {
            var position = merged.FindIndex(existing => existing.Key == entry.Key);
            if (position < 0) merged.Add(entry);
            else if (entry.Value is RecipeScalar { IsNull: true, Text.Length: > 0 }) merged.RemoveAt(position);
            else merged[position] = entry with { Value = Over(merged[position].Value, entry.Value) };
        }

        return this with { Entries = merged };
    }

    /// <summary>Returns this mapping with only the given keys.</summary>
    public RecipeMapping Only(IEnumerable<string> keys) => this with { Entries = [.. Entries.Where(entry => keys.Contains(entry.Key))] };

    /// <inheritdoc/>
    public override JsonObject ToJson() => new(Entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.ToJson())));

    internal override string Describe() => "a mapping";

    private static RecipeNode Over(RecipeNode below, RecipeNode above) =>
        (below, above) is (RecipeMapping under, RecipeMapping over) ? under.Overlay(over) : above;
}
