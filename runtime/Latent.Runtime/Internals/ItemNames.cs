using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>Finds items by what people write.</summary>
internal sealed class ItemNames
{
    private readonly ItemVocabulary items;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly ILookup<string, int> titles;

    public ItemNames(ItemVocabulary items)
    {
        this.items = items;
        for (var place = 0; place < items.Ids.Count; place++)
            places.Add(items.Ids[place], place);
        titles = Enumerable.Range(0, items.Titles.Count).ToLookup(place => items.Titles[place], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The place of an item by its id.</summary>
    /// <exception cref="UnknownItemException">There is none.</exception>
    public int Place(string id, string verb, string argument) =>
        id is not null && places.TryGetValue(id, out var place) ? place : throw Unknown(id ?? "", verb, argument);

    /// <summary>The place of an item by its id or title.</summary>
    /// <exception cref="UnknownItemException">There is none.</exception>
    /// <exception cref="InputException">Several have the title.</exception>
    public int Find(string idOrTitle, string verb, string argument)
    {
        ArgumentNullException.ThrowIfNull(idOrTitle);
        var text = idOrTitle.Trim();
        if (places.TryGetValue(text, out var place))
            return place;
        return titles[text].ToArray() switch
        {
            [var only] => only,
            [] => throw Unknown(text, verb, argument),
            var several => throw new InputException(
                "Several items have the title.", verb, argument, "a title of one item, or an id", $"\"{text}\"",
                $"write one of the ids {string.Join(", ", several.Select(item => items.Ids[item]))}."),
        };
    }

    private UnknownItemException Unknown(string item, string verb, string argument) =>
        new(item, NearestName.Of(item, [.. items.Titles, .. items.Ids]), items.Ids.Count, verb, argument);
}
