namespace Latent.Molecules;

/// <summary>A string that a generator wrote.</summary>
/// <param name="Smiles">The string.</param>
/// <param name="Molecule">The molecule that it is; null where it is none.</param>
/// <param name="Verdict">Whether it is a molecule; if not, why and where.</param>
public sealed record GeneratedMolecule(string Smiles, Molecule? Molecule, SmilesVerdict Verdict)
{
    /// <summary>Whether it is a molecule.</summary>
    public bool IsValid => Verdict.IsValid;

    /// <inheritdoc/>
    public override string ToString() => Smiles;

    internal static GeneratedMolecule Parse(string smiles)
    {
        SmilesReader.TryRead(smiles, out var molecule, out var verdict);
        return new(smiles, molecule, verdict);
    }
}
