namespace Latent.Molecules;

/// <summary>Why a SMILES string is not a molecule.</summary>
public enum SmilesFault
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>There is no character in it.</summary>
    Empty,

    /// <summary>A character, or an element's symbol, that SMILES does not have.</summary>
    Token,

    /// <summary>A token where it cannot stand, such as a bond at the end.</summary>
    Syntax,

    /// <summary>A branch that is opened or closed alone.</summary>
    Branch,

    /// <summary>A ring bond that is never closed, or closes onto a bond that is there.</summary>
    Ring,

    /// <summary>More bonds than the atom can have.</summary>
    Valence,

    /// <summary>Aromatic atoms that are in no ring, or whose double bonds cannot be placed.</summary>
    Aromaticity,
}
