using Latent.Bundles;

namespace Latent.Files;

/// <summary>A table of numeric and categorical columns, read from text or Parquet, with an optional separate label column.</summary>
/// <param name="Columns">Names of the feature columns, from the header; null if the file has no header.</param>
/// <param name="RowCount">Number of rows, at least 1.</param>
/// <param name="FeatureCount">Number of feature columns, at least 1.</param>
/// <param name="Values">RowCount x FeatureCount finite values, row-major.</param>
/// <param name="Labels">One label per row, or null.</param>
/// <param name="LabelNames">Names of the labels 0, 1, 2 ... in ordinal order; null if the labels are integers in the file.</param>
/// <param name="CategoricalColumns">
/// The categorical feature columns; <paramref name="Values"/> holds their category indices. Null if there are none.
/// </param>
public sealed record TableFile(
    IReadOnlyList<string>? Columns, int RowCount, int FeatureCount, float[] Values, int[]? Labels, IReadOnlyList<string>? LabelNames,
    CategoryVocabulary? CategoricalColumns = null)
{
    /// <summary>
    /// Reads a table. In text, the first record is a header if at least one of its fields, outside the label column, is not a number while
    /// the field below it is. All fields outside the label column and the categorical columns must be finite numbers with '.' as
    /// the decimal separator.
    /// </summary>
    /// <param name="path">
    /// A <c>.csv</c> (commas) or <c>.tsv</c> (tabs) file, which may be compressed (<c>.gz</c>), or a <c>.parquet</c> file.
    /// </param>
    /// <param name="label">The label column, by name or by number from 1; null if there is none.</param>
    /// <param name="categoricalColumns">
    /// The categorical columns, by name or by number from 1; <c>*</c> means every column whose first field is not a number.
    /// Default: none.
    /// </param>
    /// <exception cref="DataException">The file is missing, empty, or not a valid table; the message names line and column.</exception>
    public static TableFile Read(string path, string? label = null, IReadOnlyList<string>? categoricalColumns = null) =>
        Read(path, new TableLayout { Label = label, CategoricalColumns = categoricalColumns ?? [] });

    /// <summary>Reads a table whose columns have roles.</summary>
    /// <inheritdoc cref="Read(string, string, IReadOnlyList{string})"/>
    /// <param name="path">The file.</param>
    /// <param name="layout">The roles of the columns.</param>
    public static TableFile Read(string path, TableLayout layout)
    {
        using var reader = TableReader.Open(path);
        return new TableFileReader(reader, layout).Read();
    }

    /// <summary>Writes a table of numbers.</summary>
    /// <param name="path">The file; an existing file is replaced.</param>
    /// <param name="columns">Names of the columns, one per value of a row.</param>
    /// <param name="values">The values, row-major.</param>
    /// <exception cref="ArgumentException">The values do not fill whole rows.</exception>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<string> columns, ReadOnlySpan<float> values)
    {
        if (columns.Count == 0 || values.Length % columns.Count != 0)
            throw new ArgumentException($"{values.Length} values do not fill whole rows of {columns.Count} columns.", nameof(values));
        using var writer = new CsvWriter(path);
        writer.Fields(columns).EndRecord();
        for (; !values.IsEmpty; values = values[columns.Count..])
            writer.Fields(values[..columns.Count]).EndRecord();
        writer.Complete();
    }
}
