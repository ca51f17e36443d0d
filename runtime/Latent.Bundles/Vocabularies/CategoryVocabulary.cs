using System.Text.Json;

namespace Latent.Bundles;

/// <summary>The words of every column of a table that holds words, as <c>vocabulary.json</c> of a bundle has them.</summary>
/// <remarks>The graphs take the numbers of the words (<see cref="CategoricalColumn"/>); this says which word a number is.</remarks>
public sealed class CategoryVocabulary
{
    /// <summary>The name of the file in a bundle.</summary>
    public const string FileName = "vocabulary.json";

    internal const string Kind = "words";

    private readonly Dictionary<int, CategoricalColumn> byColumn;

    /// <summary>Puts columns together.</summary>
    /// <param name="columns">At least one, each place once.</param>
    /// <exception cref="ArgumentException">There is none, or a place occurs twice.</exception>
    public CategoryVocabulary(IEnumerable<CategoricalColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Columns = [.. columns.OrderBy(column => column.Column)];
        if (Columns.Count == 0 || Columns.DistinctBy(column => column.Column).Count() < Columns.Count)
            throw new ArgumentException($"A vocabulary has at least one column, each once. Received: columns {ErrorText.Quote(string.Join(", ", Columns.Select(column => column.Column)))}.", nameof(columns));
        byColumn = Columns.ToDictionary(column => column.Column);
    }

    /// <summary>The columns that hold words, by rising place.</summary>
    public IReadOnlyList<CategoricalColumn> Columns { get; }

    /// <summary>The words of a column; null where it holds numbers.</summary>
    /// <param name="column">The place of the column in a row, from 0.</param>
    public CategoricalColumn? Find(int column) => byColumn.GetValueOrDefault(column);

    /// <summary>Reads the vocabulary of a bundle.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <returns>Null for a bundle whose rows hold no words: it has no vocabulary, or one of another kind.</returns>
    /// <exception cref="BundleException">The file is damaged, or names a column that a row does not have.</exception>
    public static CategoryVocabulary? FromBundle(Bundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return bundle.Manifest.Vocabulary is { } file
            ? CategoryVocabularyReader.Read(Path.Combine(bundle.Folder, file.File), bundle.Manifest.Input.RowSize)
            : null;
    }

    /// <summary>Writes the vocabulary into a bundle; its manifest then lists <see cref="FileName"/>.</summary>
    /// <param name="writer">The bundle that is being written.</param>
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
            json.WriteStartArray("words");
            foreach (var word in column.Categories)
                json.WriteStringValue(word);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
