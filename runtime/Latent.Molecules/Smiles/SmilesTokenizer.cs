using System.Diagnostics.CodeAnalysis;
using Latent.Sequences;

namespace Latent.Molecules;

/// <summary>
/// Splits SMILES strings into tokens: atoms of one and two letters, bracket atoms as a whole, bonds, ring numbers
/// (<c>1</c>, <c>%10</c>), branches, dots (Weininger 1988; OpenSMILES).
/// </summary>
public sealed class SmilesTokenizer : ITokenizer
{
    /// <summary>The name by which a vocabulary asks for it.</summary>
    public const string TokenizerName = "smiles";

    private const string Organic = "BCNOPSFIbcnops*";
    private const string Bonds = "-=#$:/\\";

    /// <inheritdoc/>
    public string Name => TokenizerName;

    /// <inheritdoc/>
    /// <exception cref="SmilesException">The text has a character that is not part of SMILES.</exception>
    public IReadOnlyList<string> Split(string text) => [.. Tokenize(text).Select(token => token.Text)];

    /// <inheritdoc/>
    public string Join(IEnumerable<string> tokens) => string.Concat(tokens);

    /// <summary>Splits a string into tokens.</summary>
    /// <param name="smiles">The string.</param>
    /// <returns>The tokens; concatenated they equal the string.</returns>
    /// <exception cref="SmilesException">The string has a character that is not part of SMILES.</exception>
    public static IReadOnlyList<SmilesToken> Tokenize(string smiles) =>
        TryTokenize(smiles, out var tokens, out var verdict)
            ? tokens
            : throw new SmilesException(smiles, verdict, nameof(Tokenize), nameof(smiles));

    /// <summary>Tries to split a string into tokens.</summary>
    /// <param name="smiles">The string.</param>
    /// <param name="tokens">The tokens; concatenated they equal the string. Null if the string is invalid.</param>
    /// <param name="verdict">Valid, or the reason why the string cannot be split.</param>
    /// <returns>Whether the string was split.</returns>
    public static bool TryTokenize(string smiles, [NotNullWhen(true)] out IReadOnlyList<SmilesToken>? tokens, out SmilesVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(smiles);
        var found = new List<SmilesToken>(smiles.Length);
        tokens = null;
        for (var position = 0; position < smiles.Length;)
        {
            if (TokenAt(smiles, position) is not var (kind, length))
            {
                verdict = Unknown(smiles, position);
                return false;
            }
            found.Add(new(kind, smiles.Substring(position, length), position));
            position += length;
        }

        tokens = found.Count > 0 ? found : null;
        verdict = tokens is null ? new(SmilesFault.Empty, 0, "there is no atom") : SmilesVerdict.Valid;
        return verdict.IsValid;
    }

    /// <summary>Returns the kind of a token; null if the text is not a single token.</summary>
    /// <param name="text">The text of one token.</param>
    public static SmilesTokenKind? KindOf(string text) =>
        text.Length > 0 && TokenAt(text, 0) is var (kind, length) && length == text.Length ? kind : null;

    private static (SmilesTokenKind Kind, int Length)? TokenAt(string smiles, int position) => smiles[position] switch
    {
        '[' => smiles.IndexOf(']', position) is > 0 and var end ? (SmilesTokenKind.BracketAtom, end + 1 - position) : null,
        'C' when IsNext(smiles, position, 'l') => (SmilesTokenKind.Atom, 2),
        'B' when IsNext(smiles, position, 'r') => (SmilesTokenKind.Atom, 2),
        '(' => (SmilesTokenKind.BranchOpen, 1),
        ')' => (SmilesTokenKind.BranchClose, 1),
        '.' => (SmilesTokenKind.Dot, 1),
        >= '0' and <= '9' => (SmilesTokenKind.Ring, 1),
        '%' => LongRing(smiles.AsSpan(position)) is > 0 and var length ? (SmilesTokenKind.Ring, length) : null,
        var letter when Organic.Contains(letter) => (SmilesTokenKind.Atom, 1),
        var sign when Bonds.Contains(sign) => (SmilesTokenKind.Bond, 1),
        _ => null,
    };

    private static bool IsNext(string smiles, int position, char letter) => position + 1 < smiles.Length && smiles[position + 1] == letter;

    // The length of %10 to %99, or of one to five digits in %(...).
    private static int LongRing(ReadOnlySpan<char> rest)
    {
        if (rest.Length >= 3 && rest[1] is >= '1' and <= '9' && char.IsAsciiDigit(rest[2]))
            return 3;
        var end = rest.Length > 1 && rest[1] == '(' ? rest.IndexOf(')') : -1;
        return end is >= 3 and <= 7 && !rest[2..end].ContainsAnyExceptInRange('0', '9') ? end + 1 : 0;
    }

    private static SmilesVerdict Unknown(string smiles, int position) => new(SmilesFault.Token, position, smiles[position] switch
    {
        '[' => "the bracket is never closed",
        '%' => "% is not followed by a ring number of two digits",
        var other when char.IsControl(other) || char.IsSurrogate(other) => "the character is not one of SMILES",
        var other => $"'{other}' is not a character of SMILES",
    });
}
