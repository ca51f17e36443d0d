using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Molecules;

/// <summary>Thrown when a SMILES string is not a molecule. The message states the position and the reason.</summary>
public sealed class SmilesException : InputException
{
    internal SmilesException(string smiles, SmilesVerdict verdict, string operation, string argument)
        : base(
            $"The SMILES string is not a molecule: {verdict}.", operation, argument, "a SMILES string, such as CC(=O)Oc1ccccc1C(=O)O",
            ErrorText.Quote(smiles), "correct the string at this character.") =>
        Verdict = verdict;

    /// <summary>The fault and its position.</summary>
    public SmilesVerdict Verdict { get; }
}
