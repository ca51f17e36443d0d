using System.Globalization;
using Latent.Training.Data;

namespace Latent.Cli;

/// <summary>Which columns of a table are the numbers of a row: by name where the model and the table have names, else by place.</summary>
internal sealed class CsvColumns
{
    private readonly int[] places;
    private readonly string[] first;

    private CsvColumns(string[] first, bool hasHeader, int[] places) => (this.first, HasHeader, this.places) = (first, hasHeader, places);

    /// <summary>Whether the first record names the columns.</summary>
    public bool HasHeader { get; }

    /// <summary>Looks at the first record and, where there is one, the second, at which <paramref name="reader"/> stands.</summary>
    public static CsvColumns Of(string[] first, CsvReader? reader, RowSpec spec, string path)
    {
        var hasHeader = reader is not null && IsHeader(first, reader);
        return new(first, hasHeader, hasHeader && spec.Features is { } features ? ByName(first, features, path) : ByPlace(first, spec, path));
    }

    /// <summary>Reads the first record as a row.</summary>
    public void ReadFirst(Span<float> row, string path)
    {
        for (var i = 0; i < row.Length; i++)
            row[i] = Number(first[places[i]], places[i], path, 1);
    }

    /// <summary>Reads the record at which the reader stands.</summary>
    public void Read(CsvReader reader, Span<float> row)
    {
        if (reader.FieldCount != first.Length)
            throw new DataException(
                "A row has another number of columns than the first.", $"{reader.Name}, line {reader.Line}", $"{first.Length}", $"{reader.FieldCount}");

        for (var i = 0; i < row.Length; i++)
            row[i] = Number(reader.Field(places[i]), places[i], reader.Name, reader.Line);
    }

    private static bool IsHeader(string[] first, CsvReader second)
    {
        for (var i = 0; i < Math.Min(first.Length, second.FieldCount); i++)
        {
            if (!IsNumber(first[i]) && IsNumber(second.Field(i)))
                return true;
        }
        return false;
    }

    private static int[] ByName(string[] header, IReadOnlyList<string> features, string path)
    {
        var places = features.Select(feature => Array.IndexOf(header, feature)).ToArray();
        var missing = Array.IndexOf(places, -1);
        return missing < 0 ? places : throw new DataException(
            $"The table has no column \"{features[missing]}\".", $"{path}, line 1", $"the columns {string.Join(", ", features)}", string.Join(", ", header),
            "Name the columns as the model does ('latent inspect BUNDLE' lists them); their order does not matter.");
    }

    private static int[] ByPlace(string[] first, RowSpec spec, string path) => first.Length == spec.Size
        ? [.. Enumerable.Range(0, spec.Size)]
        : throw new DataException(
            "The table has another number of columns than the model takes.", path, $"{spec.Size} columns of numbers", $"{first.Length} columns",
            "Leave out what is no feature; a column of labels can be named: ?label=COLUMN behind the path.");

    private float Number(ReadOnlySpan<char> field, int column, string path, long line)
    {
        if (float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value))
            return value;

        throw new DataException(
            "A field is no finite number.", $"{path}, line {line}, column {column + 1}{(HasHeader ? $" ({first[column]})" : "")}",
            "a number with a point for the decimals", field.Length == 0 ? "an empty field" : $"\"{field}\"");
    }

    private static bool IsNumber(ReadOnlySpan<char> field) => float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
