using System.Text.Json.Nodes;
using Latent.Training.Recipes;

namespace Latent.Training.Binding;

/// <summary>Keys with values, each key once, in the order in which they were written.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Entries">What it holds.</param>
public sealed record RecipeMapping(RecipePosition Position, IReadOnlyList<RecipeEntry> Entries) : RecipeNode(Position)
{
    /// <summary>A mapping that holds nothing.</summary>
    public static RecipeMapping Empty { get; } = new(new RecipePosition("recipe"), []);

    /// <summary>The keys, in the order in which they were written.</summary>
    public IEnumerable<string> Keys => Entries.Select(entry => entry.Key);

    /// <summary>What stands behind a key, or null where there is no such key.</summary>
    public RecipeNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    /// <summary>
    /// This mapping with another laid over it: mappings are merged key by key, null takes a key away, anything else is
    /// replaced as a whole.
    /// </summary>
    /// <param name="over">What takes precedence.</param>
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

    /// <summary>This mapping with no other keys than the given ones.</summary>
    public RecipeMapping Only(IEnumerable<string> keys) => this with { Entries = [.. Entries.Where(entry => keys.Contains(entry.Key))] };

    /// <inheritdoc/>
    public override JsonObject ToJson() => new(Entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.ToJson())));

    internal override string Describe() => "a mapping";

    private static RecipeNode Over(RecipeNode below, RecipeNode above) =>
        (below, above) is (RecipeMapping under, RecipeMapping over) ? under.Overlay(over) : above;
}
