using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>Looks up items by id or title.</summary>
internal sealed class ItemNames
{
    private readonly ItemVocabulary items;
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
    private readonly ILookup<string, int> titles;

    public ItemNames(ItemVocabulary items)
    {
        this.items = items;
        for (var position = 0; position < items.Ids.Count; position++)
            indices.Add(items.Ids[position], position);
        titles = Enumerable.Range(0, items.Titles.Count).ToLookup(position => items.Titles[position], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Returns the index of an item by its id.</summary>
    /// <exception cref="UnknownItemException">No item has the id.</exception>
    public int IndexOf(string id, string operation, string argument) =>
        id is not null && indices.TryGetValue(id, out var position) ? position : throw Unknown(id ?? "", operation, argument);

    /// <summary>Returns the index of an item by its id or title.</summary>
    /// <exception cref="UnknownItemException">No item has the id or title.</exception>
    /// <exception cref="InputException">Several items have the title.</exception>
    public int Find(string idOrTitle, string operation, string argument)
    {
        ArgumentNullException.ThrowIfNull(idOrTitle);
        var text = idOrTitle.Trim();
        if (indices.TryGetValue(text, out var position))
            return position;
        return titles[text].ToArray() switch
        {
            [var only] => only,
            [] => throw Unknown(text, operation, argument),
            var several => throw new InputException(
                "Several items have the title.", operation, argument, "a unique title, or an id", $"\"{text}\"",
                $"use one of the ids {string.Join(", ", several.Select(item => items.Ids[item]))}."),
        };
    }

    private UnknownItemException Unknown(string item, string operation, string argument) =>
        new(item, EditDistance.Nearest(item, [.. items.Titles, .. items.Ids]), items.Ids.Count, operation, argument);
}
