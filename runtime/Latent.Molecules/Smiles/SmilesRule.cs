using Latent.Sequences;

namespace Latent.Molecules;

/// <summary>
/// Allows only the tokens with which a SMILES string can still become a molecule: by grammar, branches, ring numbers,
/// valences and aromatic systems. The end token is allowed only if the string is a molecule.
/// </summary>
public sealed class SmilesRule : ITokenRule
{
    private readonly SmilesToken?[] tokens;

    /// <summary>Creates a rule for the tokens of a vocabulary.</summary>
    /// <param name="vocabulary">The vocabulary of a model of SMILES strings.</param>
    public SmilesRule(TokenVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        tokens = [.. vocabulary.Tokens.Select((text, number) => number < TokenVocabulary.Special.Count ? null : TokenOf(text))];
    }

    /// <inheritdoc/>
    public void Restrict(ReadOnlySpan<int> prefix, int stepsLeft, Span<bool> allowed)
    {
        var parsed = Parse(prefix);
        for (var number = 0; number < allowed.Length; number++)
        {
            if (allowed[number])
                allowed[number] = number == TokenVocabulary.End
                    ? parsed?.MayEnd() ?? true
                    : tokens[number] is { } token && parsed is not null && parsed.Allows(token, stepsLeft - 2);
        }

        // Dead end: the string cannot become a molecule, so it ends as an invalid one.
        if (!allowed.Contains(true))
            allowed[TokenVocabulary.End] = true;
    }

    private SmilesPrefix? Parse(ReadOnlySpan<int> prefix)
    {
        var written = new List<SmilesToken>(prefix.Length);
        foreach (var number in prefix)
        {
            if (tokens[number] is not { } token)
                return null;
            written.Add(token);
        }
        return SmilesPrefix.TryCreate(written);
    }

    private static SmilesToken? TokenOf(string text) => SmilesTokenizer.KindOf(text) is { } kind ? new(kind, text, 0) : null;
}
