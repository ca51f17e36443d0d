using Latent.Files;
using Latent.Molecules;

namespace Latent.Data;

/// <summary>Converts SMILES strings to rows of token indices (<see cref="TokenRows"/>).</summary>
public static class MoleculeRows
{
    private static readonly SmilesTokenizer Tokenizer = new();

    /// <summary>Creates one row per molecule.</summary>
    /// <param name="name">The name of the data set.</param>
    /// <param name="smiles">The SMILES strings.</param>
    /// <exception cref="DataException">There are no strings.</exception>
    public static Dataset Create(string name, IEnumerable<string> smiles) => TokenRows.Create(name, Tokenizer, smiles);
}
