using Latent.Bundles;

namespace Latent.Data;

/// <summary>A table of numbers and words read from comma-separated text, with one column of labels set apart if asked for.</summary>
/// <param name="Columns">Names of the feature columns, from the header; null where the file has none.</param>
/// <param name="RowCount">Number of rows, at least 1.</param>
/// <param name="FeatureCount">Number of feature columns, at least 1.</param>
/// <param name="Values">RowCount x FeatureCount finite numbers, row after row.</param>
/// <param name="Labels">One label a row, or null.</param>
/// <param name="LabelNames">What the labels 0, 1, 2 ... are called (sorted by their letters' codes), or null where they are whole numbers in the file.</param>
/// <param name="CategoricalColumns">Which of the feature columns hold words, whose numbers are among <paramref name="Values"/>; null where none does.</param>
public sealed record CsvTable(
    IReadOnlyList<string>? Columns, int RowCount, int FeatureCount, float[] Values, int[]? Labels, IReadOnlyList<string>? LabelNames,
    CategoryVocabulary? CategoricalColumns = null)
{
    /// <summary>
    /// Reads a table. The first record is a header where some field of it, outside the label column, is no number while the one below it is.
    /// Everything outside the label column and the columns of words must be a finite number with a point for the decimals.
    /// </summary>
    /// <param name="path">A <c>.csv</c> (commas) or <c>.tsv</c> (tabs) file, which may be compressed (<c>.gz</c>).</param>
    /// <param name="label">The column of labels, by name or by number from 1; null where there is none.</param>
    /// <param name="words">The columns that hold words, by name or by number from 1; <c>*</c> stands for every column whose first field is no number. Default: none.</param>
    /// <exception cref="DataException">The file is missing, empty, or not such a table; the message names line and column.</exception>
    public static CsvTable Read(string path, string? label = null, IReadOnlyList<string>? words = null) =>
        Read(path, new TableLayout { Label = label, CategoricalColumns = words ?? [] });

    internal static CsvTable Read(string path, TableLayout layout)
    {
        using var reader = new CsvReader(path);
        return new CsvTableReader(reader, layout).Read();
    }

    /// <summary>Writes a table of numbers.</summary>
    /// <param name="path">Where to; a file of that name is replaced.</param>
    /// <param name="columns">Names of the columns; their count is that of the numbers in a row.</param>
    /// <param name="values">The numbers, row after row.</param>
    /// <exception cref="ArgumentException">The numbers do not fill whole rows.</exception>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<string> columns, ReadOnlySpan<float> values)
    {
        if (columns.Count == 0 || values.Length % columns.Count != 0)
            throw new ArgumentException($"{values.Length} numbers do not fill rows of {columns.Count}.", nameof(values));
        using var writer = new CsvWriter(path);
        writer.Fields(columns).EndRecord();
        for (; !values.IsEmpty; values = values[columns.Count..])
            writer.Fields(values[..columns.Count]).EndRecord();
        writer.Complete();
    }
}
