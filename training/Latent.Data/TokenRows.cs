using Latent.Files;
using Latent.Sequences;

namespace Latent.Data;

/// <summary>
/// Converts texts to rows of token indices: each row ends with <see cref="TokenVocabulary.End"/> and is padded to the longest.
/// Every occurring token has an index; the model limits its own vocabulary (<see cref="TokenPreparation"/>).
/// </summary>
public static class TokenRows
{
    /// <summary>The maximum number of tokens per text; longer texts are skipped, because one of them would lengthen every row.</summary>
    public const int MaxTokens = 250;

    // 2 GiB of 32-bit floats.
    private const long MaxValues = 1L << 29;

    /// <summary>Creates one row per text.</summary>
    /// <param name="name">The name of the data set.</param>
    /// <param name="tokenizer">Splits texts into tokens.</param>
    /// <param name="texts">The texts; texts without tokens and texts of more than <see cref="MaxTokens"/> tokens are skipped.</param>
    /// <exception cref="DataException">No text remains, or the rows exceed the memory limit.</exception>
    public static Dataset Create(string name, ITokenizer tokenizer, IEnumerable<string> texts) =>
        Create(name, tokenizer, texts.Select(text => (text, 0)), null);

    /// <summary>Creates one labelled row per text.</summary>
    /// <param name="name">The name of the data set.</param>
    /// <param name="tokenizer">Splits texts into tokens.</param>
    /// <param name="texts">
    /// The texts with their labels; texts without tokens and texts of more than <see cref="MaxTokens"/> tokens are skipped.
    /// </param>
    /// <param name="labelNames">The names of the labels; null if there are none.</param>
    /// <exception cref="DataException">No text remains, or the rows exceed the memory limit.</exception>
    public static Dataset Create(
        string name,
        ITokenizer tokenizer,
        IEnumerable<(string Text, int Label)> texts,
        IReadOnlyList<string>? labelNames)
    {
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        var tokens = TokenVocabulary.Special.ToList();
        var (sequences, labels, longest) = (new List<int[]>(), new List<int>(), 0L);
        foreach (var (text, label) in texts)
        {
            var sequence = tokenizer.Split(text);
            if (sequence.Count is 0 or > MaxTokens)
                continue;
            sequences.Add([.. sequence.Select(IndexOf), TokenVocabulary.End]);
            labels.Add(label);
            longest = Math.Max(longest, sequence.Count + 1);
            if (longest * sequences.Count > MaxValues)
            {
                throw new DataException(
                    "The text does not fit into memory.",
                    $"data set \"{name}\"",
                    $"at most {MaxValues} tokens, including padding",
                    "more",
                    "Provide a part of the text, or shorter lines.");
            }
        }

        if (sequences.Count == 0)
        {
            throw new DataException(
                "There is no text.",
                $"data set \"{name}\"",
                $"at least one line of 1 to {MaxTokens} tokens",
                "none",
                "Provide a text file with one sentence per line.");
        }

        var values = Padded(sequences, (int)longest);
        int[]? rowLabels = labelNames is null ? null : [.. labels];
        return new Dataset(name, new TokenSchema((int)longest, new(tokenizer.Name, tokens)), values, rowLabels, labelNames);

        int IndexOf(string token)
        {
            if (!indices.TryGetValue(token, out var index))
            {
                indices[token] = index = tokens.Count;
                tokens.Add(token);
            }

            return index;
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
