using Latent.Bundles;

namespace Latent.Data;

/// <summary>Turns the numbers of words in one vocabulary into those in another.</summary>
public static class CategoryIndices
{
    /// <summary>The values of <paramref name="rows"/> with their words numbered as <paramref name="words"/> has them.</summary>
    /// <exception cref="DataException">Other columns hold words.</exception>
    public static float[] Translate(Dataset rows, CategoryVocabulary words)
    {
        CheckSameColumns(rows, words);
        var values = (float[])rows.Values.Clone();
        foreach (var column in words.Columns)
        {
            var own = rows.CategoricalColumns!.Find(column.Column)!;
            for (var i = column.Column; i < values.Length; i += rows.SampleSize)
                values[i] = own.TryWordOf(values[i], out var word) ? column.IndexOf(word) : CategoricalColumn.Unseen;
        }

        return values;
    }

    /// <summary>The words that rows have, as a vocabulary of the same columns; what none of them has is left out.</summary>
    public static CategoryVocabulary? In(Dataset rows) => rows.CategoricalColumns is not { } words ? null : new(words.Columns.Select(column =>
        new CategoricalColumn(column.Column, [.. Values(rows, column.Column).Select(number => column.TryWordOf(number, out var word) ? word : null).OfType<string>()])));

    private static IEnumerable<float> Values(Dataset rows, int column) =>
        Enumerable.Range(0, rows.Count).Select(row => rows.Values[(row * rows.SampleSize) + column]).Distinct().Order();

    private static void CheckSameColumns(Dataset rows, CategoryVocabulary words)
    {
        var (own, asked) = (Columns(rows.CategoricalColumns), Columns(words));
        if (own != asked)
            throw new DataException("Other columns hold words.", rows.Name, $"words in {asked}", $"words in {own}", "Say which columns hold words: ?words=COLUMN,COLUMN behind the path, or data.words.");
    }

    private static string Columns(CategoryVocabulary? words) => words is null ? "no column" : $"columns {string.Join(", ", words.Columns.Select(column => column.Column + 1))}";
}
