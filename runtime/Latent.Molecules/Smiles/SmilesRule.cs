using Latent.Sequences;

namespace Latent.Molecules;

/// <summary>
/// Leaves only the tokens with which a SMILES string can still become a molecule: by grammar, branches, ring numbers,
/// valences and aromatic systems. The end may come only where the string is a molecule.
/// </summary>
public sealed class SmilesRule : ITokenRule
{
    private readonly SmilesToken?[] tokens;

    /// <summary>A rule for the tokens of a vocabulary.</summary>
    /// <param name="vocabulary">The vocabulary of a model of SMILES strings.</param>
    public SmilesRule(TokenVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        tokens = [.. vocabulary.Tokens.Select((text, number) => number < TokenVocabulary.Special.Count ? null : TokenOf(text))];
    }

    /// <inheritdoc/>
    public void Restrict(ReadOnlySpan<int> prefix, int stepsLeft, Span<bool> allowed)
    {
        var beginning = BeginningOf(prefix);
        for (var number = 0; number < allowed.Length; number++)
        {
            if (allowed[number])
                allowed[number] = number == TokenVocabulary.End
                    ? beginning?.MayEnd() ?? true
                    : tokens[number] is { } token && beginning is not null && beginning.Allows(token, stepsLeft - 2);
        }

        // A dead end: the string cannot become a molecule, and ends as none.
        if (!allowed.Contains(true))
            allowed[TokenVocabulary.End] = true;
    }

    private SmilesPrefix? BeginningOf(ReadOnlySpan<int> prefix)
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
