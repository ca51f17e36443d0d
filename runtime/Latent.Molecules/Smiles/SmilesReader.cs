using System.Diagnostics.CodeAnalysis;

namespace Latent.Molecules;

/// <summary>
/// Reads SMILES strings and says whether they are molecules: syntax, branches, ring bonds, valences, and aromatic systems
/// whose double bonds can be placed. Its rules are those of RDKit's sanitization, with which its verdict agrees on more than
/// 99 of 100 strings, real and mistaken ones (<c>smiles_peer.py</c> among the tests measures it).
/// </summary>
public static class SmilesReader
{
    /// <summary>Reads a molecule.</summary>
    /// <param name="smiles">The string.</param>
    /// <exception cref="SmilesException">It is not a molecule; the message says why and where.</exception>
    public static Molecule Read(string smiles) =>
        TryRead(smiles, out var molecule, out var verdict) ? molecule : throw new SmilesException(smiles, verdict, nameof(Read), nameof(smiles));

    /// <summary>Says whether a string is a molecule.</summary>
    /// <param name="smiles">The string.</param>
    public static SmilesVerdict Check(string smiles)
    {
        TryRead(smiles, out _, out var verdict);
        return verdict;
    }

    /// <summary>Reads a string that may be a molecule.</summary>
    /// <param name="smiles">The string.</param>
    /// <param name="molecule">The molecule, where it is one.</param>
    /// <param name="verdict">Whether it is one; if not, why and where.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(string smiles, [NotNullWhen(true)] out Molecule? molecule, out SmilesVerdict verdict)
    {
        molecule = null;
        if (!SmilesTokenizer.TryTokenize(smiles, out var tokens, out verdict))
            return false;

        var builder = new MoleculeBuilder();
        foreach (var token in tokens)
        {
            verdict = builder.Accept(token);
            if (!verdict.IsValid)
                return false;
        }

        verdict = builder.Finish(smiles.Length);
        if (verdict.IsValid)
            (molecule, verdict) = MoleculeCheck.Run(smiles, builder);
        return molecule is not null;
    }
}
