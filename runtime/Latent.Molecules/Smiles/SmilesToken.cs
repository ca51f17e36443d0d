namespace Latent.Molecules;

/// <summary>A token of a SMILES string.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Position">Where it begins, in characters from 0.</param>
public readonly record struct SmilesToken(SmilesTokenKind Kind, string Text, int Position)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
