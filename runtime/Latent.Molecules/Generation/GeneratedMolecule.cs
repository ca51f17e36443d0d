namespace Latent.Molecules;

/// <summary>A generated SMILES string.</summary>
/// <param name="Smiles">The string.</param>
/// <param name="Molecule">The parsed molecule; null if the string is invalid.</param>
/// <param name="Verdict">Whether the string is a molecule; if not, the reason and position.</param>
public sealed record GeneratedMolecule(string Smiles, Molecule? Molecule, SmilesVerdict Verdict)
{
    /// <summary>Whether the string is a molecule.</summary>
    public bool IsValid => Verdict.IsValid;

    /// <inheritdoc/>
    public override string ToString() => Smiles;

    internal static GeneratedMolecule Parse(string smiles)
    {
        SmilesReader.TryRead(smiles, out var molecule, out var verdict);
        return new(smiles, molecule, verdict);
    }
}
