using Latent.Runtime;

namespace Latent.Sequences;

/// <summary>Texts as the rows of token numbers that a sequence model reads, and back.</summary>
/// <param name="vocabulary">The tokens.</param>
/// <param name="tokenizer">The tokenizer of the vocabulary.</param>
/// <param name="length">Numbers in a row.</param>
internal sealed class TextRows(TokenVocabulary vocabulary, ITokenizer tokenizer, int length)
{
    /// <summary>A row a text, one after the other.</summary>
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

    public string TextOf(int[] numbers) => tokenizer.Join(numbers.Select(number => vocabulary.Tokens[number]));

    public IReadOnlyList<string> UnknownTokens(string text) =>
        [.. tokenizer.Split(text).Where(token => vocabulary.IndexOf(token) == TokenVocabulary.Unknown)];

    private IReadOnlyList<string> Checked(string text, int position, string operation)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!IsUnicode(text))
            throw Unfit("A text is no valid Unicode.", operation, "whole characters", $"half a character in text {position}", "read the text in its own encoding.");

        var tokens = tokenizer.Split(text);
        return tokens.Count switch
        {
            0 => throw Unfit("A text has no word.", operation, "at least one word or sign", $"none in text {position}", "leave empty texts out."),
            var count when count >= length => throw Unfit("A text is too long for the model.", operation, $"at most {length - 1} words and signs", $"{count} in text {position}", "shorten or divide it."),
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

    private static InputException Unfit(string problem, string operation, string expected, string received, string fix) => new(problem, operation, "texts", expected, received, fix);
}
