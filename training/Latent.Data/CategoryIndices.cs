using Latent.Bundles;
using Latent.Files;

namespace Latent.Data;

/// <summary>Translates category indices from one vocabulary to another.</summary>
public static class CategoryIndices
{
    /// <summary>Returns the values of <paramref name="rows"/> with the category indices of <paramref name="categories"/>.</summary>
    /// <exception cref="DataException">The rows have different categorical columns.</exception>
    public static float[] Translate(Dataset rows, CategoryVocabulary categories)
    {
        CheckSameColumns(rows, categories);
        var values = (float[])rows.Values.Clone();
        foreach (var column in categories.Columns)
        {
            var own = rows.CategoricalColumns!.Find(column.Column)!;
            for (var i = column.Column; i < values.Length; i += rows.SampleSize)
                values[i] = own.TryGetCategory(values[i], out var category) ? column.IndexOf(category) : CategoricalColumn.Unseen;
        }

        return values;
    }

    /// <summary>
    /// Returns a vocabulary of the same columns with only the categories that occur in the rows; null if no column is categorical.
    /// </summary>
    public static CategoryVocabulary? In(Dataset rows) => rows.CategoricalColumns is { } categories
        ? new(categories.Columns.Select(column => new CategoricalColumn(column.Column, OccurringIn(rows, column))))
        : null;

    private static string[] OccurringIn(Dataset rows, CategoricalColumn column) =>
        [.. Values(rows, column.Column).Select(index => column.TryGetCategory(index, out var category) ? category : null).OfType<string>()];

    private static IEnumerable<float> Values(Dataset rows, int column) =>
        Enumerable.Range(0, rows.Count).Select(row => rows.Values[(row * rows.SampleSize) + column]).Distinct().Order();

    private static void CheckSameColumns(Dataset rows, CategoryVocabulary categories)
    {
        var (received, expected) = (Describe(rows.CategoricalColumns), Describe(categories));
        if (received != expected)
        {
            throw new DataException(
                "The categorical columns differ.",
                rows.Name,
                expected,
                received,
                "Name the categorical columns: ?words=COLUMN,COLUMN after the path, or data.words.");
        }
    }

    private static string Describe(CategoryVocabulary? categories) => categories is null
        ? "no categorical columns"
        : $"categorical columns {string.Join(", ", categories.Columns.Select(column => column.Column + 1))}";
}
