using Latent.Bundles;

namespace Latent.Training.Data;

/// <summary>Turns the numbers of words in one vocabulary into those in another.</summary>
internal static class WordNumbers
{
    /// <summary>The values of <paramref name="rows"/> with their words numbered as <paramref name="words"/> has them.</summary>
    /// <exception cref="DataException">Other columns hold words.</exception>
    public static float[] Translate(Dataset rows, WordVocabulary words)
    {
        CheckSameColumns(rows, words);
        var values = (float[])rows.Values.Clone();
        foreach (var column in words.Columns)
        {
            var own = rows.Words!.Find(column.Column)!;
            for (var i = column.Column; i < values.Length; i += rows.SampleSize)
                values[i] = own.TryWordOf(values[i], out var word) ? column.NumberOf(word) : WordColumn.Unseen;
        }

        return values;
    }

    /// <summary>The words that rows have, as a vocabulary of the same columns; what none of them has is left out.</summary>
    public static WordVocabulary? In(Dataset rows) => rows.Words is not { } words ? null : new(words.Columns.Select(column =>
        new WordColumn(column.Column, [.. Numbers(rows, column.Column).Select(number => column.TryWordOf(number, out var word) ? word : null).OfType<string>()])));

    private static IEnumerable<float> Numbers(Dataset rows, int column) =>
        Enumerable.Range(0, rows.Count).Select(row => rows.Values[(row * rows.SampleSize) + column]).Distinct().Order();

    private static void CheckSameColumns(Dataset rows, WordVocabulary words)
    {
        var (own, asked) = (Columns(rows.Words), Columns(words));
        if (own != asked)
            throw new DataException("Other columns hold words.", rows.Name, $"words in {asked}", $"words in {own}", "Say which columns hold words: ?words=COLUMN,COLUMN behind the path, or data.words.");
    }

    private static string Columns(WordVocabulary? words) => words is null ? "no column" : $"columns {string.Join(", ", words.Columns.Select(column => column.Column + 1))}";
}
