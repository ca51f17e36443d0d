using System.Text.Json;

namespace Latent.Bundles;

/// <summary>The categories of every categorical column of a table, stored in <c>vocabulary.json</c> of a bundle.</summary>
/// <remarks>The graphs take category indices (<see cref="CategoricalColumn"/>); the vocabulary maps an index to its category.</remarks>
public sealed class CategoryVocabulary
{
    /// <summary>The name of the file in a bundle.</summary>
    public const string FileName = "vocabulary.json";

    // The kind in vocabulary.json stays 'words' for compatibility.
    internal const string Kind = "words";

    private readonly Dictionary<int, CategoricalColumn> byColumn;

    /// <summary>Creates a vocabulary from columns.</summary>
    /// <param name="columns">At least one, each column index once.</param>
    /// <exception cref="ArgumentException">There is no column, or a column index occurs twice.</exception>
    public CategoryVocabulary(IEnumerable<CategoricalColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Columns = [.. columns.OrderBy(column => column.Column)];
        if (Columns.Count == 0 || Columns.DistinctBy(column => column.Column).Count() < Columns.Count)
            throw new ArgumentException(
                "A vocabulary has at least one column, each once. Received: " +
                $"columns {ErrorText.Quote(string.Join(", ", Columns.Select(column => column.Column)))}.",
                nameof(columns));
        byColumn = Columns.ToDictionary(column => column.Column);
    }

    /// <summary>The categorical columns, by ascending index.</summary>
    public IReadOnlyList<CategoricalColumn> Columns { get; }

    /// <summary>Returns a categorical column; null for a numeric column.</summary>
    /// <param name="column">The index of the column in a row, from 0.</param>
    public CategoricalColumn? Find(int column) => byColumn.GetValueOrDefault(column);

    /// <summary>Reads the vocabulary of a bundle.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <returns>Null for a bundle without categorical columns: it has no vocabulary, or one of another kind.</returns>
    /// <exception cref="BundleException">The file is damaged, or names a column that a row does not have.</exception>
    public static CategoryVocabulary? FromBundle(Bundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return bundle.Manifest.Vocabulary is { } file
            ? CategoryVocabularyReader.Read(Path.Combine(bundle.Folder, file.File), bundle.Manifest.Input.RowSize)
            : null;
    }

    /// <summary>Writes the vocabulary into a bundle, whose manifest then lists <see cref="FileName"/>.</summary>
    /// <param name="writer">The writer of the bundle.</param>
    /// <exception cref="BundleException">The file cannot be written.</exception>
    public void Save(BundleWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var path = writer.GetPath(FileName);
        BundleFiles.Writing(path, () => File.WriteAllBytes(path, ToJson()));
    }

    private byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
            Write(json);
        return [.. stream.ToArray(), (byte)'\n'];
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", Kind);
        json.WriteStartArray("columns");
        foreach (var column in Columns)
        {
            json.WriteStartObject();
            json.WriteNumber("column", column.Column);

            // The JSON key stays 'words' for compatibility.
            json.WriteStartArray("words");
            foreach (var category in column.Categories)
                json.WriteStringValue(category);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
