using System.Globalization;
using Latent.Bundles;
using Latent.Data;

namespace Latent.Cli;

/// <summary>Which columns of a table are those of a row: by name where the model and the table have names, else by place.</summary>
internal sealed class CsvColumns
{
    private readonly int[] positions;
    private readonly string[] first;
    private readonly CategoricalColumn?[] words;

    private CsvColumns(string[] first, bool hasHeader, int[] positions, CategoryVocabulary? vocabulary)
    {
        (this.first, HasHeader, this.positions) = (first, hasHeader, positions);
        words = [.. Enumerable.Range(0, positions.Length).Select(feature => vocabulary?.Find(feature))];
    }

    /// <summary>Whether the first record names the columns.</summary>
    public bool HasHeader { get; }

    /// <summary>What a person should know of columns at the end that are not the model's; null where there are none.</summary>
    public string? LeftOut { get; private init; }

    /// <summary>Looks at the first record and, where there is one, the second, at which <paramref name="reader"/> stands.</summary>
    public static CsvColumns Create(string[] first, CsvReader? reader, RowSpec spec, string path)
    {
        var hasHeader = (spec.Features is { } names && names.All(first.Contains)) || (reader is not null && IsHeader(first, reader, spec.CategoricalColumns));
        if (hasHeader && spec.Features is { } features)
            return new(first, hasHeader, ByName(first, features, path), spec.CategoricalColumns);

        return new(first, hasHeader, ByPosition(first, spec, path), spec.CategoricalColumns)
        {
            LeftOut = first.Length == spec.Size ? null : $"{path} has {first.Length} columns: the first {spec.Size} are the model's, and the others are left out.",
        };
    }

    /// <summary>Reads the first record as a row.</summary>
    public void ReadFirst(Span<float> row, string path)
    {
        for (var i = 0; i < row.Length; i++)
            row[i] = Value(first[positions[i]], i, path, 1);
    }

    /// <summary>Reads the record at which the reader stands.</summary>
    public void Read(CsvReader reader, Span<float> row)
    {
        if (reader.FieldCount != first.Length)
            throw new DataException(
                "A row has another number of columns than the first.", $"{reader.Name}, line {reader.Line}", $"{first.Length}", $"{reader.FieldCount}");

        for (var i = 0; i < row.Length; i++)
            row[i] = Value(reader.Field(positions[i]), i, reader.Name, reader.Line);
    }

    private static bool IsHeader(string[] first, CsvReader second, CategoryVocabulary? words)
    {
        for (var i = 0; i < Math.Min(first.Length, second.FieldCount); i++)
        {
            if (words?.Find(i) is null && !IsNumber(first[i]) && IsNumber(second.Field(i)))
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

    private static int[] ByPosition(string[] first, RowSpec spec, string path) => first.Length == spec.Size || (first.Length > spec.Size && StandsAlike(first, spec))
        ? [.. Enumerable.Range(0, spec.Size)]
        : throw new DataException(
            "The table has another number of columns than the model takes.", path, $"{spec.Size} columns of numbers", $"{first.Length} columns",
            "Leave out what is no feature; a column of labels can be named: ?label=COLUMN behind the path.");

    // Words that the model knows, where it has them, show that the columns are in the model's order.
    private static bool StandsAlike(string[] first, RowSpec spec) =>
        spec.CategoricalColumns is { } words && words.Columns.Any(column => column.IndexOf(first[column.Column]) != CategoricalColumn.Unseen);

    private float Value(ReadOnlySpan<char> field, int feature, string path, long line)
    {
        if (words[feature] is { } known)
            return known.IndexOf(field);
        if (float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value))
            return value;

        var column = positions[feature];
        throw new DataException(
            "A field is no finite number.", $"{path}, line {line}, column {column + 1}{(HasHeader ? $" ({first[column]})" : "")}",
            "a number with a point for the decimals", field.Length == 0 ? "an empty field" : $"\"{field}\"");
    }

    private static bool IsNumber(ReadOnlySpan<char> field) => float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
