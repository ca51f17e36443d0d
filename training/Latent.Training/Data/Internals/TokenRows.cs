using Latent.Sequences;

namespace Latent.Training.Data;

/// <summary>
/// Turns texts into rows of token numbers: each ends with <see cref="TokenVocabulary.End"/> and is padded to the longest.
/// Every token that occurs has a number; how many a model knows is for the model to say (<see cref="TokenPreparation"/>).
/// </summary>
internal static class TokenRows
{
    /// <summary>Texts of more tokens are left out: one of them would lengthen every row.</summary>
    public const int MaxTokens = 250;

    private const long MaxValues = 1L << 29;

    /// <summary>The rows of texts, one a text.</summary>
    /// <param name="name">What the data set is called.</param>
    /// <param name="tokenizer">Divides texts into tokens.</param>
    /// <param name="texts">The texts; those without a token and those of more than <see cref="MaxTokens"/> are left out.</param>
    /// <exception cref="DataException">No text is left, or there are more than memory should hold.</exception>
    public static Dataset Create(string name, ITokenizer tokenizer, IEnumerable<string> texts) => Create(name, tokenizer, texts.Select(text => (text, 0)), null);

    /// <summary>The rows of texts with labels.</summary>
    /// <param name="name">What the data set is called.</param>
    /// <param name="tokenizer">Divides texts into tokens.</param>
    /// <param name="texts">The texts, each with its label; left out as without labels.</param>
    /// <param name="labelNames">The names of the labels; null where there are none.</param>
    /// <exception cref="DataException">No text is left, or there are more than memory should hold.</exception>
    public static Dataset Create(string name, ITokenizer tokenizer, IEnumerable<(string Text, int Label)> texts, IReadOnlyList<string>? labelNames)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var tokens = TokenVocabulary.Special.ToList();
        var (sequences, labels, longest) = (new List<int[]>(), new List<int>(), 0L);
        foreach (var (text, label) in texts)
        {
            var sequence = tokenizer.Split(text);
            if (sequence.Count is 0 or > MaxTokens)
                continue;
            sequences.Add([.. sequence.Select(NumberOf), TokenVocabulary.End]);
            labels.Add(label);
            longest = Math.Max(longest, sequence.Count + 1);
            if (longest * sequences.Count > MaxValues)
                throw new DataException("The text is too large to be held in memory.", $"data set \"{name}\"", $"at most {MaxValues} tokens, padding included", "more", "Give a part of it, or shorter lines.");
        }

        if (sequences.Count == 0)
            throw new DataException("There is no text.", $"data set \"{name}\"", $"at least one line of 1 to {MaxTokens} tokens", "none", "Give a text file with a sentence a line.");
        return new Dataset(name, [(int)longest], Padded(sequences, (int)longest), labelNames is null ? null : [.. labels], labelNames, vocabulary: new(tokenizer.Name, tokens));

        int NumberOf(string token)
        {
            if (!numbers.TryGetValue(token, out var number))
            {
                numbers[token] = number = tokens.Count;
                tokens.Add(token);
            }

            return number;
        }
    }

    private static float[] Padded(List<int[]> sequences, int length)
    {
        var values = new float[(long)sequences.Count * length];
        for (var row = 0; row < sequences.Count; row++)
        {
            for (var i = 0; i < sequences[row].Length; i++)
                values[(row * length) + i] = sequences[row][i];
        }

        return values;
    }
}
