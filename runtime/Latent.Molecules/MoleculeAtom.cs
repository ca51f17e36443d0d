namespace Latent.Molecules;

/// <summary>An atom of a molecule, as it is written.</summary>
/// <param name="Number">Its atomic number; 0 for <c>*</c>, any atom.</param>
/// <param name="IsAromatic">Whether it is written in lower case.</param>
/// <param name="Position">The character of the string, from 0, at which it begins.</param>
public readonly record struct MoleculeAtom(int Number, bool IsAromatic, int Position)
{
    /// <summary>Whether it is written in brackets, and so has no hydrogens but those written there.</summary>
    public bool IsBracketed { get; init; }

    /// <summary>Hydrogens that are written in the brackets.</summary>
    public int Hydrogens { get; init; }

    /// <summary>Its formal charge.</summary>
    public int Charge { get; init; }

    /// <summary>The mass number that is written; 0 where none is.</summary>
    public int Isotope { get; init; }

    /// <summary>Its symbol, such as <c>Cl</c>.</summary>
    public string Symbol => Elements.SymbolOf(Number);
}
