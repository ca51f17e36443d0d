using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>Texts as the rows of token numbers that a sequence model reads, and back.</summary>
/// <param name="vocabulary">The tokens.</param>
/// <param name="length">Numbers in a row.</param>
internal sealed class TextRows(TokenVocabulary vocabulary, int length)
{
    private readonly ITokenizer tokenizer = Tokenizers.Of(vocabulary);

    /// <summary>A row a text, one after the other.</summary>
    public float[] Of(IReadOnlyList<string> texts, string verb)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var rows = new float[texts.Count * length];
        for (var i = 0; i < texts.Count; i++)
        {
            var tokens = Checked(texts[i], i, verb);
            for (var place = 0; place < tokens.Count; place++)
                rows[(i * length) + place] = vocabulary.NumberOf(tokens[place]);
            rows[(i * length) + tokens.Count] = TokenVocabulary.End;
        }

        return rows;
    }

    public string TextOf(int[] numbers) => tokenizer.Join(numbers.Select(number => vocabulary.Tokens[number]));

    public IReadOnlyList<string> UnknownTokens(string text) =>
        [.. tokenizer.Split(text).Where(token => vocabulary.NumberOf(token) == TokenVocabulary.Unknown)];

    private IReadOnlyList<string> Checked(string text, int place, string verb)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!IsUnicode(text))
            throw Unfit("A text is no valid Unicode.", verb, "whole characters", $"half a character in text {place}", "read the text in its own encoding.");

        var tokens = tokenizer.Split(text);
        return tokens.Count switch
        {
            0 => throw Unfit("A text has no word.", verb, "at least one word or sign", $"none in text {place}", "leave empty texts out."),
            var count when count >= length => throw Unfit("A text is too long for the model.", verb, $"at most {length - 1} words and signs", $"{count} in text {place}", "shorten or divide it."),
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

    private static InputException Unfit(string problem, string verb, string expected, string received, string cure) => new(problem, verb, "texts", expected, received, cure);
}
