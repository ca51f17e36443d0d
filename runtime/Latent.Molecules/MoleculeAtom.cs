namespace Latent.Molecules;

/// <summary>An atom of a molecule, as written in the SMILES string.</summary>
/// <param name="Number">The atomic number; 0 for <c>*</c>, any atom.</param>
/// <param name="IsAromatic">Whether the atom is written in lower case.</param>
/// <param name="Position">The position in the string, in characters from 0.</param>
public readonly record struct MoleculeAtom(int Number, bool IsAromatic, int Position)
{
    /// <summary>Whether the atom is written in brackets, and therefore has only explicit hydrogens.</summary>
    public bool IsBracketed { get; init; }

    /// <summary>The number of hydrogens written in the brackets.</summary>
    public int Hydrogens { get; init; }

    /// <summary>The formal charge.</summary>
    public int Charge { get; init; }

    /// <summary>The mass number as written; 0 if none is.</summary>
    public int Isotope { get; init; }

    /// <summary>The element symbol, such as <c>Cl</c>.</summary>
    public string Symbol => Elements.SymbolOf(Number);
}
