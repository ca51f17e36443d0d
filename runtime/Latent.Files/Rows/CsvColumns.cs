using System.Globalization;
using Latent.Bundles;

namespace Latent.Files;

/// <summary>Maps table columns to row features: by name if both the model and the table have names, otherwise by position.</summary>
internal sealed class CsvColumns
{
    private readonly int[] positions;
    private readonly string[] first;
    private readonly CategoricalColumn?[] categoricalColumns;

    private CsvColumns(string[] first, bool hasHeader, int[] positions, CategoryVocabulary? vocabulary)
    {
        (this.first, HasHeader, this.positions) = (first, hasHeader, positions);
        categoricalColumns = [.. Enumerable.Range(0, positions.Length).Select(feature => vocabulary?.Find(feature))];
    }

    /// <summary>Whether the first record is a header.</summary>
    public bool HasHeader { get; }

    /// <summary>A note about trailing columns that are ignored; null if there are none.</summary>
    public string? LeftOut { get; private init; }

    /// <summary>Maps the columns from the first record and, if any, the second, at which <paramref name="reader"/> is positioned.</summary>
    public static CsvColumns Create(string[] first, CsvReader? reader, RowSpec spec, string path)
    {
        var hasHeader = (spec.Features is { } names && names.All(first.Contains)) || (reader is not null && IsHeader(first, reader, spec.CategoricalColumns));
        if (hasHeader && spec.Features is { } features)
            return new(first, hasHeader, ByName(first, features, path), spec.CategoricalColumns);

        return new(first, hasHeader, ByPosition(first, spec, path), spec.CategoricalColumns)
        {
            LeftOut = first.Length == spec.Size
                ? null
                : $"{path} has {first.Length} columns: the first {spec.Size} are used, the others are ignored.",
        };
    }

    /// <summary>Reads the first record as a row.</summary>
    public void ReadFirst(Span<float> row, string path)
    {
        for (var i = 0; i < row.Length; i++)
            row[i] = Value(first[positions[i]], i, path, 1);
    }

    /// <summary>Reads the current record of the reader as a row.</summary>
    public void Read(CsvReader reader, Span<float> row)
    {
        if (reader.FieldCount != first.Length)
            throw new DataException(
                "A row has a different number of columns than the first row.", $"{reader.Name}, line {reader.Line}", $"{first.Length}",
                $"{reader.FieldCount}");

        for (var i = 0; i < row.Length; i++)
            row[i] = Value(reader.Field(positions[i]), i, reader.Name, reader.Line);
    }

    private static bool IsHeader(string[] first, CsvReader second, CategoryVocabulary? vocabulary)
    {
        for (var i = 0; i < Math.Min(first.Length, second.FieldCount); i++)
        {
            if (vocabulary?.Find(i) is null && !IsNumber(first[i]) && IsNumber(second.Field(i)))
                return true;
        }
        return false;
    }

    private static int[] ByName(string[] header, IReadOnlyList<string> features, string path)
    {
        var positions = features.Select(feature => Array.IndexOf(header, feature)).ToArray();
        var missing = Array.IndexOf(positions, -1);
        return missing < 0 ? positions : throw new DataException(
            $"The table has no column \"{features[missing]}\".", $"{path}, line 1", $"the columns {string.Join(", ", features)}", string.Join(", ", header),
            "Name the columns as the model does ('latent inspect BUNDLE' lists them); their order does not matter.");
    }

    private static int[] ByPosition(string[] first, RowSpec spec, string path) =>
        first.Length == spec.Size || (first.Length > spec.Size && HasModelOrder(first, spec))
            ? [.. Enumerable.Range(0, spec.Size)]
            : throw new DataException(
                "The table has a different number of columns than the model expects.", path, $"{spec.Size} columns of numbers",
                $"{first.Length} columns",
                "Remove columns that are not features; a label column can be named with ?label=COLUMN after the path.");

    // A known category in its categorical column shows that the columns are in the model's order.
    private static bool HasModelOrder(string[] first, RowSpec spec) => spec.CategoricalColumns is { } vocabulary
        && vocabulary.Columns.Any(column => column.IndexOf(first[column.Column]) != CategoricalColumn.Unseen);

    private float Value(ReadOnlySpan<char> field, int feature, string path, long line)
    {
        if (categoricalColumns[feature] is { } known)
            return known.IndexOf(field);
        if (float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value))
            return value;

        var column = positions[feature];
        throw new DataException(
            "A field is not a finite number.", $"{path}, line {line}, column {column + 1}{(HasHeader ? $" ({first[column]})" : "")}",
            "a number with a decimal point", field.Length == 0 ? "an empty field" : $"\"{field}\"");
    }

    private static bool IsNumber(ReadOnlySpan<char> field) => float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
