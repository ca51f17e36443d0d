namespace Latent.Molecules;

/// <summary>Reasons why a SMILES string is not a molecule.</summary>
public enum SmilesFault
{
    /// <summary>The string is a molecule.</summary>
    None,

    /// <summary>The string is empty.</summary>
    Empty,

    /// <summary>A character or element symbol that is not part of SMILES.</summary>
    Token,

    /// <summary>A misplaced token, such as a bond at the end.</summary>
    Syntax,

    /// <summary>An unmatched branch parenthesis.</summary>
    Branch,

    /// <summary>A ring bond that is never closed, or duplicates an existing bond.</summary>
    Ring,

    /// <summary>An atom with more bonds than its valence allows.</summary>
    Valence,

    /// <summary>Aromatic atoms outside a ring, or whose double bonds cannot be placed.</summary>
    Aromaticity,
}
