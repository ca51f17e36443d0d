using System.Globalization;
using System.Runtime.InteropServices;
using Latent.Bundles;

namespace Latent.Files;

/// <summary>Reads a table of numeric and categorical columns; the columns have roles, and categories are collected.</summary>
internal sealed class TableFileReader(TableReader reader, TableLayout layout)
{
    private const int NoLabel = -1;
    private readonly List<float> values = [];
    private readonly LabelCollector labels = new();
    private FirstRecord first = null!;
    private bool hasHeader;
    private int labelColumn;
    private int[] features = [];
    private int rows;

    public TableFile Read()
    {
        first = FirstRecord.Read(reader);
        FindFeatures();
        var more = reader.Read();
        hasHeader = more ? first.IsHeader(reader, features.Contains) : first.IsKnownHeader ?? false;
        if (hasHeader) CheckColumnNames();
        if (hasHeader && !more) throw FirstRecord.Empty(reader);
        var collectors = FindCategories(hasHeader ? reader : first);
        var parser = new RowParser(features, collectors);
        if (!hasHeader) AddRow(parser, first, first.Where);
        for (; more; more = reader.Read())
        {
            first.CheckCount(reader);
            AddRow(parser, reader, null);
        }

        return Finish([.. collectors.OfType<CategoryCollector>()]);
    }

    /// <summary>Finds the label column, and the columns that are neither label nor excluded.</summary>
    private void FindFeatures()
    {
        labelColumn = layout.Label is { } name ? Find(name, "label column") : NoLabel;
        var excluded = layout.Without.Select(column => Find(column, "column")).ToHashSet();
        features = [.. Enumerable.Range(0, first.Count).Where(i => i != labelColumn && !excluded.Contains(i))];
        if (features.Length == 0)
            throw new DataException("The label column is the only column.", reader.Name, "at least one feature column in addition");
    }

    private CategoryCollector?[] FindCategories(ITableRecord row)
    {
        var named = layout.CategoricalColumns
            .Where(column => column != TableLayout.AllCategories)
            .Select(column => Find(column, "categorical column"))
            .ToHashSet();
        var all = layout.CategoricalColumns.Contains(TableLayout.AllCategories);
        return
        [
            .. features.Select((column, feature) => named.Contains(column) || (all && IsText(row.Field(column)))
                ? new CategoryCollector(feature, $"{reader.Name}, {first.Describe(column, hasHeader)}")
                : null),
        ];
    }

    private int Find(string name, string kind)
    {
        // A number is a column number: in a table without a header, a field of the first row may contain the same text.
        var isNumber = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= first.Count;
        var index = isNumber ? number - 1 : Array.IndexOf(first.Fields, name);
        return index >= 0 && index < first.Count ? index : throw new DataException(
            $"There is no {kind} \"{name}\".", reader.Name,
            $"one of {string.Join(", ", first.Fields)}, or a number from 1 to {first.Count}");
    }

    private void CheckColumnNames()
    {
        if (first.Fields.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } duplicate)
            throw new DataException($"The header contains the column \"{duplicate.Key}\" twice.", first.Where);
    }

    /// <param name="parser">The parser of rows.</param>
    /// <param name="record">The record.</param>
    /// <param name="where">The position of the record; null for the reader's.</param>
    private void AddRow(RowParser parser, ITableRecord record, string? where)
    {
        CollectionsMarshal.SetCount(values, values.Count + features.Length);
        var invalid = parser.Parse(record, CollectionsMarshal.AsSpan(values)[^features.Length..]);
        if (invalid >= 0) throw NotANumber(record, where ?? reader.Where, features[invalid]);
        if (labelColumn != NoLabel) labels.Add(record.Field(labelColumn));
        rows++;
    }

    private DataException NotANumber(ITableRecord record, string where, int column)
    {
        var key = hasHeader ? first.Fields[column] : $"{column + 1}";
        return first.NotANumber(
            record, where, column, hasHeader,
            $"Correct the field; for a label column, append ?label={key} to the path; for a categorical column, ?words={key}.");
    }

    private TableFile Finish(IReadOnlyList<CategoryCollector> collectors)
    {
        var columns = hasHeader ? features.Select(column => first.Fields[column]).ToArray() : null;
        float[] numbers = [.. values];
        var found = collectors.Select(column => column.Finish(numbers, features.Length)).ToArray();
        var (indices, names) = labelColumn == NoLabel ? (null, null) : labels.Finish();
        return new(columns, rows, features.Length, numbers, indices, names, found.Length == 0 ? null : new CategoryVocabulary(found));
    }

    private static bool IsText(ReadOnlySpan<char> field) => !field.IsEmpty && !FirstRecord.IsNumber(field);
}
