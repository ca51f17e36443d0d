using Latent.Files;

namespace Latent.Data;

/// <summary>
/// A reference to data, as the user writes it: a name (<c>mnist</c>), a generator with settings
/// (<c>synthetic:digits?count=2000&amp;seed=1</c>), or a path to a folder of images or to a
/// <c>.csv</c>, <c>.tsv</c>, <c>.parquet</c>, <c>.npy</c>, <c>.npz</c>, <c>.txt</c> or <c>.smi</c> file. Paths accept settings too
/// (<c>cars.csv?label=make</c>).
/// </summary>
/// <param name="Text">The original text.</param>
/// <param name="Kind">The kind of data.</param>
/// <param name="Location">The name or path, without the settings.</param>
/// <param name="Settings">The settings after the question mark.</param>
public sealed record DataReference(string Text, DataKind Kind, string Location, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>The format of the file; <see cref="FileKind.Unknown"/> for names and folders.</summary>
    public FileKind FileKind => FileKinds.Find(Location);

    /// <summary>
    /// Parses a reference. Does not check that the name or file exists, except that text which is an existing path has no settings.
    /// </summary>
    /// <param name="text">A name or path, with or without settings.</param>
    /// <exception cref="DataException">The settings are not a list of <c>key=value</c> pairs.</exception>
    public static DataReference Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var mark = Path.Exists(text) ? -1 : text.LastIndexOf('?');
        var location = mark < 0 ? text : text[..mark];
        var settings = mark < 0 ? [] : ParseSettings(text, text[(mark + 1)..]);
        return new(text, KindOf(location), location, settings);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    // A single image is no data set.
    private static DataKind KindOf(string location) => FileKinds.Find(location) switch
    {
        FileKind.Unknown or FileKind.Image => LooksLikePath(location) ? DataKind.Folder : DataKind.Name,
        _ => DataKind.File,
    };

    private static bool LooksLikePath(string location) =>
        location.Contains('/', StringComparison.Ordinal)
        || location.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || location is "." or "..";

    private static Dictionary<string, string> ParseSettings(string text, string query)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? pair : pair[..equals];
            if (equals < 1 || !settings.TryAdd(key, Uri.UnescapeDataString(pair[(equals + 1)..])))
            {
                throw new DataException(
                    "The settings after the question mark cannot be parsed.",
                    $"data \"{text}\"",
                    "key=value pairs joined by &, with unique keys",
                    $"\"{pair}\"",
                    "Write settings as in synthetic:digits?count=2000&seed=1.");
            }
        }

        return settings;
    }
}
