using System.Globalization;

namespace Latent.Training.Data;

/// <summary>Reads a table of numbers out of records of text.</summary>
internal sealed class CsvTableReader(CsvReader reader, string? label)
{
    private const NumberStyles Number = NumberStyles.Float;
    private readonly List<float> values = [];
    private readonly LabelCollector labels = new();
    private string[] first = [];
    private bool hasHeader;
    private int labelColumn = -1;
    private int rows;

    public CsvTable Read()
    {
        if (!reader.Read()) throw new DataException("The table is empty.", reader.Name, "at least one row of numbers", "no text");
        first = reader.Fields();
        labelColumn = FindLabelColumn();
        var line = reader.Line;
        var more = reader.Read();
        hasHeader = more && IsHeader();
        if (hasHeader) CheckColumnNames();
        if (!hasHeader) AddFirst(line);
        for (; more; more = reader.Read())
            AddRow();
        return Finish();
    }

    private bool IsHeader()
    {
        for (var i = 0; i < Math.Min(first.Length, reader.FieldCount); i++)
        {
            if (i != labelColumn && !IsNumber(first[i]) && IsNumber(reader.Field(i))) return true;
        }

        return false;
    }

    private void CheckColumnNames()
    {
        if (first.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new DataException($"The header names the column \"{twice.Key}\" twice.", $"{reader.Name}, line 1");
    }

    private int FindLabelColumn()
    {
        if (label is null) return -1;
        var index = Array.IndexOf(first, label);
        if (index < 0 && int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) index = number - 1;
        if (index < 0 || index >= first.Length)
        {
            throw new DataException(
                $"There is no label column \"{label}\".", reader.Name, $"one of {string.Join(", ", first)}, or a number from 1 to {first.Length}");
        }

        return first.Length > 1 ? index : throw new DataException(
            "The label column is the only column.", reader.Name, "at least one feature column beside it");
    }

    private void AddFirst(long line)
    {
        for (var i = 0; i < first.Length; i++)
            AddField(i, first[i], line);
        rows++;
    }

    private void AddRow()
    {
        if (reader.FieldCount != first.Length)
        {
            throw new DataException(
                "A row has another number of columns than the first.", $"{reader.Name}, line {reader.Line}", $"{first.Length}", $"{reader.FieldCount}");
        }

        for (var i = 0; i < first.Length; i++)
            AddField(i, reader.Field(i), reader.Line);
        rows++;
    }

    private void AddField(int column, ReadOnlySpan<char> field, long line)
    {
        if (column == labelColumn) labels.Add(field);
        else if (float.TryParse(field, Number, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value)) values.Add(value);
        else throw NoNumber(column, field.ToString(), line);
    }

    private DataException NoNumber(int column, string field, long line)
    {
        var name = hasHeader ? $" ({first[column]})" : "";
        return new(
            "A field is no finite number.",
            $"{reader.Name}, line {line}, column {column + 1}{name}",
            "a number with a point for the decimals",
            field.Length == 0 ? "an empty field" : $"\"{field}\"",
            $"Correct the field; if the column holds labels, say so: ?label={(hasHeader ? first[column] : $"{column + 1}")} behind the path.");
    }

    private CsvTable Finish()
    {
        var features = labelColumn < 0 ? first.Length : first.Length - 1;
        var columns = hasHeader ? first.Where((_, i) => i != labelColumn).ToArray() : null;
        var (numbers, names) = labelColumn < 0 ? (null, null) : labels.Finish();
        return new(columns, rows, features, [.. values], numbers, names);
    }

    private static bool IsNumber(ReadOnlySpan<char> field) => float.TryParse(field, Number, CultureInfo.InvariantCulture, out _);
}
