using Latent.Sequences;

namespace Latent.Training.Data;

/// <summary>Brings rows of tokens into the shape that a sequence model reads: its vocabulary, and rows of its length.</summary>
internal static class TokenPreparation
{
    /// <summary>The tokens that are most frequent in rows, after the special ones; equal frequencies in alphabetical order.</summary>
    /// <param name="rows">Rows of tokens.</param>
    /// <param name="count">How many, special ones included; 0 takes all that occur.</param>
    public static TokenVocabulary MostFrequent(Dataset rows, int count)
    {
        var vocabulary = VocabularyOf(rows);
        var frequencies = new long[vocabulary.Count];
        foreach (var number in rows.Values)
            frequencies[(int)number]++;
        var special = TokenVocabulary.Special.Count;
        var kept = Enumerable.Range(special, vocabulary.Count - special)
            .Where(number => frequencies[number] > 0)
            .OrderByDescending(number => frequencies[number])
            .ThenBy(number => vocabulary.Tokens[number], StringComparer.Ordinal)
            .Take(count == 0 ? int.MaxValue : Math.Max(0, count - special));
        return new(vocabulary.Tokenizer, [.. TokenVocabulary.Special, .. kept.Select(number => vocabulary.Tokens[number])]);
    }

    /// <summary>The rows that fit into a length, in the numbers of another vocabulary, padded to that length.</summary>
    /// <param name="rows">Rows of tokens.</param>
    /// <param name="vocabulary">The vocabulary; what is not in it becomes unknown.</param>
    /// <param name="length">The number of numbers in a row, the end included.</param>
    /// <exception cref="DataException">The rows are no tokens, or of another tokenizer.</exception>
    public static Dataset Fit(Dataset rows, TokenVocabulary vocabulary, int length)
    {
        var own = VocabularyOf(rows);
        if (own.Tokenizer != vocabulary.Tokenizer)
            throw new DataException("The rows have tokens of another kind.", rows.Name, $"tokenizer {vocabulary.Tokenizer}", $"tokenizer {own.Tokenizer}", "Use data of the kind that the model was trained on.");

        var numbers = own.Tokens.Select((token, number) => number < TokenVocabulary.Special.Count ? number : vocabulary.IndexOf(token)).ToArray();
        int[] fitting = [.. Enumerable.Range(0, rows.Count).Where(row => LengthOf(rows.Row(row)) <= length)];
        var values = new float[fitting.Length * length];
        for (var i = 0; i < fitting.Length; i++)
        {
            var row = rows.Row(fitting[i]);
            for (var position = 0; position < Math.Min(length, row.Length); position++)
                values[(i * length) + position] = numbers[(int)row[position]];
        }

        var labels = rows.Labels is { } all ? fitting.Select(row => all[row]).ToArray() : null;
        return new Dataset(rows.Name, [length], values, labels, rows.LabelNames, vocabulary: vocabulary);
    }

    /// <summary>How many numbers of a row are no padding.</summary>
    public static int LengthOf(ReadOnlySpan<float> row) => row.LastIndexOfAnyExcept(TokenVocabulary.Pad) + 1;

    private static TokenVocabulary VocabularyOf(Dataset rows) => rows.Vocabulary ?? throw new DataException(
        "A sequence model reads tokens.", $"data set \"{rows.Name}\"", "text", $"rows of {rows.SampleSize} numbers", "Give a text file (.txt, a sentence a line), or a data set of text.");
}
