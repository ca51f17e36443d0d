using System.Text;

namespace Latent.Sequences;

/// <summary>
/// Splits texts into lower-case words and punctuation: <c>"In the beginning, God's word."</c> becomes
/// <c>in the beginning , god's word .</c> A word is a run of letters, digits and marks, with apostrophes and hyphens inside; every
/// other character except white space is a separate token. Typographic apostrophes become plain ones. Letters with combining marks
/// are not normalized.
/// </summary>
public sealed class WordTokenizer : ITokenizer
{
    // No space before closing punctuation, none after opening punctuation.
    private const string Closing = ".,;:!?)]}”’%";
    private const string Opening = "([{“‘$";

    /// <inheritdoc/>
    public string Name => "words";

    /// <inheritdoc/>
    public IReadOnlyList<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<string>();
        var letters = text.ToLowerInvariant().EnumerateRunes().ToArray();
        for (var i = 0; i < letters.Length; i++)
        {
            var start = i;
            while (i < letters.Length && (IsWord(letters[i]) || (i > start && IsInner(letters, i))))
                i++;
            if (i > start)
                tokens.Add(string.Concat(letters[start..i].Select(letter => letter.Value == '’' ? "'" : letter.ToString())));
            if (i < letters.Length && !IsWord(letters[i]) && !Rune.IsWhiteSpace(letters[i]) && !Rune.IsControl(letters[i]))
                tokens.Add(letters[i].ToString());
        }

        return tokens;
    }

    /// <inheritdoc/>
    public string Join(IEnumerable<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var text = new StringBuilder();
        var joinsNext = true;
        foreach (var token in tokens)
        {
            if (!joinsNext && !(token.Length == 1 && Closing.Contains(token[0], StringComparison.Ordinal)))
                text.Append(' ');
            text.Append(token);
            joinsNext = token.Length == 1 && Opening.Contains(token[0], StringComparison.Ordinal);
        }

        return text.ToString();
    }

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(
            rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsInner(Rune[] letters, int i) =>
        letters[i].Value is '\'' or '’' or '-' && i + 1 < letters.Length && IsWord(letters[i + 1]);
}
