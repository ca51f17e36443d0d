using System.Globalization;
using Latent.Bundles;

namespace Latent.Files;

/// <summary>Reads a table of numeric and categorical columns from CSV records.</summary>
internal sealed class CsvTableReader(CsvReader reader, TableLayout layout)
{
    private const NumberStyles Number = NumberStyles.Float;
    private const int Excluded = -1;
    private const int IsLabel = -2;
    private readonly List<float> values = [];
    private readonly LabelCollector labels = new();
    private string[] first = [];
    private bool hasHeader;
    private int[] positions = [];
    private CategoryCollector?[] collectors = [];
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
        collectors = FindCategories(hasHeader ? reader.Fields() : first);
        if (!hasHeader) AddFirst(line);
        for (; more; more = reader.Read())
            AddRow();
        return Finish();
    }

    /// <summary>Returns the feature index of each column, <see cref="Excluded"/> or <see cref="IsLabel"/>.</summary>
    private int[] FindPositions()
    {
        var label = layout.Label is { } name ? Find(name, "label column") : -1;
        var excluded = layout.Without.Select(column => Find(column, "column")).ToHashSet();
        var next = 0;
        var found = Enumerable.Range(0, first.Length)
            .Select(i => i == label ? IsLabel : excluded.Contains(i) ? Excluded : next++)
            .ToArray();
        return next > 0 ? found : throw new DataException(
            "The label column is the only column.", reader.Name, "at least one feature column in addition");
    }

    private CategoryCollector?[] FindCategories(string[] row)
    {
        var named = layout.CategoricalColumns
            .Where(column => column != TableLayout.AllCategories)
            .Select(column => Find(column, "categorical column"))
            .ToHashSet();
        var all = layout.CategoricalColumns.Contains(TableLayout.AllCategories);
        return
        [
            .. positions.Select((position, i) => position >= 0 && (named.Contains(i) || (all && !IsNumber(row[i]) && row[i].Length > 0))
                ? new CategoryCollector(position, $"{reader.Name}, {Describe(i)}")
                : null),
        ];
    }

    private int Find(string name, string kind)
    {
        // A number is a column number: in a table without a header, a field of the first row may contain the same text.
        var isNumber = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= first.Length;
        var index = isNumber ? number - 1 : Array.IndexOf(first, name);
        return index >= 0 && index < first.Length ? index : throw new DataException(
            $"There is no {kind} \"{name}\".", reader.Name, $"one of {string.Join(", ", first)}, or a number from 1 to {first.Length}");
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
        if (first.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } duplicate)
            throw new DataException($"The header contains the column \"{duplicate.Key}\" twice.", $"{reader.Name}, line 1");
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
                "A row has a different number of columns than the first row.",
                $"{reader.Name}, line {reader.Line}",
                $"{first.Length}",
                $"{reader.FieldCount}");
        }

        for (var i = 0; i < first.Length; i++)
            AddField(i, reader.Field(i), reader.Line);
        rows++;
    }

    private void AddField(int column, ReadOnlySpan<char> field, long line)
    {
        if (positions[column] == Excluded) return;
        if (positions[column] == IsLabel) labels.Add(field);
        else if (collectors[column] is { } collector) values.Add(collector.Add(field));
        else if (float.TryParse(field, Number, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value)) values.Add(value);
        else throw NotANumber(column, field.ToString(), line);
    }

    private DataException NotANumber(int column, string field, long line)
    {
        var key = hasHeader ? first[column] : $"{column + 1}";
        return new(
            "A field is not a finite number.",
            $"{reader.Name}, line {line}, {Describe(column)}",
            "a number with a decimal point",
            field.Length == 0 ? "an empty field" : $"\"{field}\"",
            $"Correct the field; for a label column, append ?label={key} to the path; for a categorical column, ?words={key}.");
    }

    private string Describe(int column) => $"column {column + 1}{(hasHeader ? $" ({first[column]})" : "")}";

    private CsvTable Finish()
    {
        var columns = hasHeader ? first.Where((_, i) => positions[i] >= 0).ToArray() : null;
        float[] numbers = [.. values];
        var found = collectors.OfType<CategoryCollector>().Select(column => column.Finish(numbers, FeatureCount)).ToArray();
        var (indices, names) = layout.Label is null ? (null, null) : labels.Finish();
        return new(columns, rows, FeatureCount, numbers, indices, names, found.Length == 0 ? null : new CategoryVocabulary(found));
    }

    private static bool IsNumber(ReadOnlySpan<char> field) => float.TryParse(field, Number, CultureInfo.InvariantCulture, out _);
}
