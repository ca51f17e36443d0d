using System.Text.Encodings.Web;
using System.Text.Json;

namespace Latent.Bundles;

/// <summary>The items that a recommender knows: the values of its rows, in order. Stored in <c>vocabulary.json</c>.</summary>
public sealed class ItemVocabulary
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "vocabulary.json";

    private const string KindKey = "kind";
    private const string ItemsKey = "items";
    private const string IdKey = "id";
    private const string TitleKey = "title";

    /// <summary>Creates a vocabulary.</summary>
    /// <param name="ids">The id of each item in ratings; unique.</param>
    /// <param name="titles">The title of each item; as many as ids.</param>
    /// <exception cref="ArgumentException">Two items have the same id, or the numbers of ids and titles differ.</exception>
    public ItemVocabulary(IReadOnlyList<string> ids, IReadOnlyList<string> titles)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(titles);
        if (ids.Count != titles.Count)
            throw new ArgumentException($"Each item needs one title. Received: {ids.Count} ids and {titles.Count} titles.", nameof(titles));
        if (ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } duplicate)
            throw new ArgumentException($"The item \"{duplicate.Key}\" occurs twice.", nameof(ids));
        (Ids, Titles) = (ids, titles);
    }

    /// <summary>The id of each item in ratings.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The title of each item; its id when the title is unknown.</summary>
    public IReadOnlyList<string> Titles { get; }

    /// <summary>Reads the vocabulary of a bundle.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <returns>The vocabulary; null when the bundle has none, or one of another kind.</returns>
    /// <exception cref="BundleException">The file is damaged.</exception>
    public static ItemVocabulary? Find(Bundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        if (bundle.Manifest.Vocabulary is not { } entry)
            return null;

        var path = bundle.GetPath(entry);
        try
        {
            using var json = BundleFiles.ReadJson(path);
            return json.RootElement.GetProperty(KindKey).GetString() == ItemsKey ? Read(json.RootElement.GetProperty(ItemsKey)) : null;
        }
        catch (Exception exception) when (
            exception is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new BundleException(
                "The vocabulary cannot be read.", path,
                $"{{ \"{KindKey}\": \"{ItemsKey}\", \"{ItemsKey}\": [{{ \"{IdKey}\": ..., \"{TitleKey}\": ... }}, ...] }}, each id once",
                ErrorText.Quote(exception.Message), Fixes.WriteAgain, exception);
        }
    }

    /// <summary>Writes the file: UTF-8, one item per line, the same bytes for the same items.</summary>
    /// <param name="path">The file, as returned by <see cref="BundleWriter.GetPath"/> for <see cref="FileName"/>.</param>
    /// <exception cref="BundleException">The file cannot be written.</exception>
    public void Write(string path)
    {
        var lines = Ids.Zip(Titles, (id, title) => $"    {{ \"{IdKey}\": {Quoted(id)}, \"{TitleKey}\": {Quoted(title)} }}");
        var text = $"{{\n  \"{KindKey}\": \"{ItemsKey}\",\n  \"{ItemsKey}\": [\n{string.Join(",\n", lines)}\n  ]\n}}\n";
        BundleFiles.Writing(path, () => File.WriteAllText(path, text));
    }

    private static ItemVocabulary Read(JsonElement items)
    {
        var (ids, titles) = (new List<string>(), new List<string>());
        foreach (var item in items.EnumerateArray())
        {
            ids.Add(item.GetProperty(IdKey).GetString() ?? throw new ArgumentException("an item has no id"));
            titles.Add(item.GetProperty(TitleKey).GetString() ?? ids[^1]);
        }

        return new ItemVocabulary(ids, titles);
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
