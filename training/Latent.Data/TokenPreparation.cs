using Latent.Files;
using Latent.Sequences;

namespace Latent.Data;

/// <summary>Converts token rows to the input format of a sequence model: its vocabulary and its sequence length.</summary>
public static class TokenPreparation
{
    /// <summary>Returns the special tokens followed by the most frequent tokens; ties are in alphabetical order.</summary>
    /// <param name="rows">Token rows.</param>
    /// <param name="count">The number of tokens, including special ones; 0 keeps all tokens that occur.</param>
    public static TokenVocabulary MostFrequent(Dataset rows, int count)
    {
        var vocabulary = VocabularyOf(rows);
        var frequencies = new long[vocabulary.Count];
        foreach (var index in rows.Values)
            frequencies[(int)index]++;
        var special = TokenVocabulary.Special.Count;
        var kept = Enumerable.Range(special, vocabulary.Count - special)
            .Where(index => frequencies[index] > 0)
            .OrderByDescending(index => frequencies[index])
            .ThenBy(index => vocabulary.Tokens[index], StringComparer.Ordinal)
            .Take(count == 0 ? int.MaxValue : Math.Max(0, count - special));
        return new(vocabulary.Tokenizer, [.. TokenVocabulary.Special, .. kept.Select(index => vocabulary.Tokens[index])]);
    }

    /// <summary>Returns the rows that fit into a length, with the token indices of another vocabulary, padded to that length.</summary>
    /// <param name="rows">Token rows.</param>
    /// <param name="vocabulary">The vocabulary; tokens missing from it become unknown.</param>
    /// <param name="length">The sequence length, including the end token.</param>
    /// <exception cref="DataException">The rows are not token rows, or use a different tokenizer.</exception>
    public static Dataset Fit(Dataset rows, TokenVocabulary vocabulary, int length)
    {
        var own = VocabularyOf(rows);
        if (own.Tokenizer != vocabulary.Tokenizer)
        {
            throw new DataException(
                "The rows use a different tokenizer.",
                rows.Name,
                $"tokenizer {vocabulary.Tokenizer}",
                $"tokenizer {own.Tokenizer}",
                "Use the kind of data that the model was trained on.");
        }

        var indices = own.Tokens
            .Select((token, index) => index < TokenVocabulary.Special.Count ? index : vocabulary.IndexOf(token))
            .ToArray();
        int[] fitting = [.. Enumerable.Range(0, rows.Count).Where(row => LengthOf(rows.Row(row)) <= length)];
        var values = new float[fitting.Length * length];
        for (var i = 0; i < fitting.Length; i++)
        {
            var row = rows.Row(fitting[i]);
            for (var position = 0; position < Math.Min(length, row.Length); position++)
                values[(i * length) + position] = indices[(int)row[position]];
        }

        var labels = rows.Labels is { } all ? fitting.Select(row => all[row]).ToArray() : null;
        return new Dataset(rows.Name, new TokenSchema(length, vocabulary), values, labels, rows.LabelNames);
    }

    /// <summary>Returns the length of a row without padding.</summary>
    public static int LengthOf(ReadOnlySpan<float> row) => row.LastIndexOfAnyExcept(TokenVocabulary.Pad) + 1;

    private static TokenVocabulary VocabularyOf(Dataset rows) => rows.Vocabulary ?? throw new DataException(
        "A sequence model requires token rows.",
        $"data set \"{rows.Name}\"",
        "text",
        $"rows of {rows.SampleSize} values",
        "Provide a text file (.txt, one sentence per line), or a text data set.");
}
