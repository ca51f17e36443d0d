namespace Latent.Data;

/// <summary>
/// What a person writes where data is asked for: a name (<c>mnist</c>), a generator with settings (<c>synthetic:digits?count=2000&amp;seed=1</c>),
/// or a path to a folder of pictures, a <c>.csv</c>, <c>.tsv</c>, <c>.npy</c>, <c>.npz</c>, <c>.txt</c> or <c>.smi</c> file, which may carry settings too (<c>cars.csv?label=make</c>).
/// </summary>
/// <param name="Text">As it was written.</param>
/// <param name="Kind">What it points at.</param>
/// <param name="Location">The name or path, without the settings.</param>
/// <param name="Settings">What stands behind the question mark.</param>
public sealed record DataReference(string Text, DataKind Kind, string Location, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>Reads a reference. Whether the name or file exists is not looked at, except to tell a folder from a name.</summary>
    /// <param name="text">A name or path, with or without settings.</param>
    /// <exception cref="DataException">The settings are no list of <c>key=value</c> pairs.</exception>
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

    private static DataKind KindOf(string location) => Path.GetExtension(Unpacked(location)).ToLowerInvariant() switch
    {
        ".csv" or ".tsv" => DataKind.Csv,
        ".npy" => DataKind.Npy,
        ".npz" => DataKind.Npz,
        ".txt" => DataKind.Text,
        ".smi" => DataKind.Smiles,
        _ when LooksLikePath(location) => DataKind.Folder,
        _ => DataKind.Name,
    };

    // A packed table is a table; arrays pack themselves.
    private static string Unpacked(string location) =>
        location.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase) || location.EndsWith(".tsv.gz", StringComparison.OrdinalIgnoreCase) ? location[..^3] : location;

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
                    "The settings behind the question mark cannot be read.",
                    $"data \"{text}\"",
                    "key=value pairs joined by &, each key once",
                    $"\"{pair}\"",
                    "Write for example synthetic:digits?count=2000&seed=1.");
            }
        }

        return settings;
    }
}
