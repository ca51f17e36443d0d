using System.Globalization;
using Latent.Bundles;

namespace Latent.Data;

/// <summary>Reads a table of numbers and words out of records of text.</summary>
internal sealed class CsvTableReader(CsvReader reader, TableLayout layout)
{
    private const NumberStyles Number = NumberStyles.Float;
    private const int LeftOut = -1;
    private const int IsLabel = -2;
    private readonly List<float> values = [];
    private readonly LabelCollector labels = new();
    private string[] first = [];
    private bool hasHeader;
    private int[] positions = [];
    private CategoryCollector?[] words = [];
    private int rows;

    private int FeatureCount => positions.Count(position => position >= 0);

    public CsvTable Read()
    {
        if (!reader.Read()) throw new DataException("The table is empty.", reader.Name, "at least one row of numbers", "no text");
        first = reader.Fields();
        positions = FindPositions();
        var line = reader.Line;
        var more = reader.Read();
        hasHeader = more && IsHeader();
        if (hasHeader) CheckColumnNames();
        words = FindCategories(hasHeader ? reader.Fields() : first);
        if (!hasHeader) AddFirst(line);
        for (; more; more = reader.Read())
            AddRow();
        return Finish();
    }

    /// <summary>The place of each column among the features.</summary>
    private int[] FindPositions()
    {
        var label = layout.Label is { } name ? Find(name, "label column") : -1;
        var without = layout.Without.Select(left => Find(left, "column")).ToHashSet();
        var next = 0;
        var found = Enumerable.Range(0, first.Length).Select(i => i == label ? IsLabel : without.Contains(i) ? LeftOut : next++).ToArray();
        return next > 0 ? found : throw new DataException("The label column is the only column.", reader.Name, "at least one feature column beside it");
    }

    private CategoryCollector?[] FindCategories(string[] row)
    {
        var named = layout.CategoricalColumns.Where(word => word != TableLayout.AllCategories).Select(word => Find(word, "column of words")).ToHashSet();
        var all = layout.CategoricalColumns.Contains(TableLayout.AllCategories);
        return [.. positions.Select((position, i) => position >= 0 && (named.Contains(i) || (all && !IsNumber(row[i]) && row[i].Length > 0)) ? new CategoryCollector(position, $"{reader.Name}, {Describe(i)}") : null)];
    }

    private int Find(string name, string what)
    {
        // A number is a place: in a table without headings some field of the first row may read the same.
        var index = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= first.Length ? number - 1 : Array.IndexOf(first, name);
        return index >= 0 && index < first.Length ? index : throw new DataException(
            $"There is no {what} \"{name}\".", reader.Name, $"one of {string.Join(", ", first)}, or a number from 1 to {first.Length}");
    }

    private bool IsHeader()
    {
        for (var i = 0; i < Math.Min(first.Length, reader.FieldCount); i++)
        {
            if (positions[i] >= 0 && !IsNumber(first[i]) && IsNumber(reader.Field(i))) return true;
        }

        return false;
    }

    private void CheckColumnNames()
    {
        if (first.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new DataException($"The header names the column \"{twice.Key}\" twice.", $"{reader.Name}, line 1");
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
        if (positions[column] == LeftOut) return;
        if (positions[column] == IsLabel) labels.Add(field);
        else if (words[column] is { } collector) values.Add(collector.Add(field));
        else if (float.TryParse(field, Number, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value)) values.Add(value);
        else throw NoNumber(column, field.ToString(), line);
    }

    private DataException NoNumber(int column, string field, long line)
    {
        var key = hasHeader ? first[column] : $"{column + 1}";
        return new(
            "A field is no finite number.",
            $"{reader.Name}, line {line}, {Describe(column)}",
            "a number with a point for the decimals",
            field.Length == 0 ? "an empty field" : $"\"{field}\"",
            $"Correct the field; if the column holds labels, say so: ?label={key} behind the path; if it holds words, ?words={key}.");
    }

    private string Describe(int column) => $"column {column + 1}{(hasHeader ? $" ({first[column]})" : "")}";

    private CsvTable Finish()
    {
        var columns = hasHeader ? first.Where((_, i) => positions[i] >= 0).ToArray() : null;
        float[] numbers = [.. values];
        var found = words.OfType<CategoryCollector>().Select(column => column.Finish(numbers, FeatureCount)).ToArray();
        var (numbered, names) = layout.Label is null ? (null, null) : labels.Finish();
        return new(columns, rows, FeatureCount, numbers, numbered, names, found.Length == 0 ? null : new CategoryVocabulary(found));
    }

    private static bool IsNumber(ReadOnlySpan<char> field) => float.TryParse(field, Number, CultureInfo.InvariantCulture, out _);
}
