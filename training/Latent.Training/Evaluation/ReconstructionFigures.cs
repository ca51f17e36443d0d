namespace Latent.Training.Evaluation;

/// <summary>How well molecules are reconstructed from the means of their codes.</summary>
/// <param name="Molecules">The number of encoded molecules.</param>
/// <param name="LeftOut">The number of molecules that have an unknown token or are too long.</param>
/// <param name="TokenAccuracy">
/// The share of tokens, including end tokens, that are the most likely token given the true prefix (teacher forcing).
/// </param>
/// <param name="Strings">
/// The share of molecules whose exact string is generated, with each token predicted from the generated prefix.
/// </param>
/// <param name="SameMolecules">The share of molecules that are generated in any string form; stereochemistry is ignored.</param>
internal sealed record ReconstructionFigures(int Molecules, int LeftOut, double TokenAccuracy, double Strings, double SameMolecules);
