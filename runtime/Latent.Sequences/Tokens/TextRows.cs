using Latent.Runtime;

namespace Latent.Sequences;

/// <summary>Converts between texts and the rows of token indices that a sequence model reads.</summary>
/// <param name="vocabulary">The vocabulary.</param>
/// <param name="length">The number of values per row.</param>
/// <param name="tokenizer">The tokenizer of the vocabulary.</param>
internal sealed class TextRows(TokenVocabulary vocabulary, ITokenizer tokenizer, int length)
{
    /// <summary>Encodes texts to contiguous rows, one per text.</summary>
    public float[] Encode(IReadOnlyList<string> texts, string operation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var rows = new float[texts.Count * length];
        for (var i = 0; i < texts.Count; i++)
        {
            var tokens = Checked(texts[i], i, operation);
            for (var position = 0; position < tokens.Count; position++)
                rows[(i * length) + position] = vocabulary.IndexOf(tokens[position]);
            rows[(i * length) + tokens.Count] = TokenVocabulary.End;
        }

        return rows;
    }

    public string TextOf(int[] tokens) => tokenizer.Join(tokens.Select(token => vocabulary.Tokens[token]));

    public IReadOnlyList<string> UnknownTokens(string text) =>
        [.. tokenizer.Split(text).Where(token => vocabulary.IndexOf(token) == TokenVocabulary.Unknown)];

    private IReadOnlyList<string> Checked(string text, int position, string operation)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!IsUnicode(text))
            throw Invalid(
                "A text is not valid Unicode.", operation, "complete characters", $"an unpaired surrogate in text {position}",
                "read the text with its actual encoding.");

        var tokens = tokenizer.Split(text);
        return tokens.Count switch
        {
            0 => throw Invalid(
                "A text has no tokens.", operation, "at least one word or punctuation mark", $"none in text {position}",
                "omit empty texts."),
            var count when count >= length => throw Invalid(
                "A text is too long for the model.", operation, $"at most {length - 1} words and punctuation marks",
                $"{count} in text {position}", "shorten or split the text."),
            _ => tokens,
        };
    }

    private static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text, i))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }

        return true;
    }

    private static InputException Invalid(string problem, string operation, string expected, string received, string fix) =>
        new(problem, operation, "texts", expected, received, fix);
}
