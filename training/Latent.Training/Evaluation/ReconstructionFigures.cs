namespace Latent.Training.Evaluation;

/// <summary>How well molecules are found again from the means of their codes.</summary>
/// <param name="Molecules">How many were read.</param>
/// <param name="LeftOut">How many have a token that the model does not know, or are too long.</param>
/// <param name="TokenAccuracy">Share of tokens, ends included, that are the likeliest one behind the right ones.</param>
/// <param name="Strings">Share of molecules whose string is written again, each token behind those that were written.</param>
/// <param name="SameMolecules">Share of molecules that are written again, in whatever string; handedness is not looked at.</param>
internal sealed record ReconstructionFigures(int Molecules, int LeftOut, double TokenAccuracy, double Strings, double SameMolecules);
