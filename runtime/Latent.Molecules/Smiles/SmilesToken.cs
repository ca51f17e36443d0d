namespace Latent.Molecules;

/// <summary>A token of a SMILES string.</summary>
/// <param name="Kind">The kind of token.</param>
/// <param name="Text">The text of the token.</param>
/// <param name="Position">The position of its first character, from 0.</param>
public readonly record struct SmilesToken(SmilesTokenKind Kind, string Text, int Position)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
