using Latent.Molecules;

namespace Latent.Training.Data;

/// <summary>Turns SMILES strings into rows of token numbers (<see cref="TokenRows"/>).</summary>
internal static class MoleculeRows
{
    private static readonly SmilesTokenizer Tokenizer = new();

    /// <summary>The rows of molecules, one each.</summary>
    /// <param name="name">What the data set is called.</param>
    /// <param name="smiles">The strings.</param>
    /// <exception cref="DataException">There is no string.</exception>
    public static Dataset Create(string name, IEnumerable<string> smiles) => TokenRows.Create(name, Tokenizer, smiles);
}
