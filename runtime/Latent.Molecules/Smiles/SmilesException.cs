using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Molecules;

/// <summary>A string that was to be a molecule is none. The message says at which character, and why.</summary>
public sealed class SmilesException : InputException
{
    internal SmilesException(string smiles, SmilesVerdict verdict, string operation, string argument)
        : base(
            $"The SMILES string is not a molecule: {verdict}.", operation, argument, "a SMILES string, such as CC(=O)Oc1ccccc1C(=O)O",
            ErrorText.Quote(smiles), "correct the string at this character.") =>
        Verdict = verdict;

    /// <summary>What is wrong, and where.</summary>
    public SmilesVerdict Verdict { get; }
}
