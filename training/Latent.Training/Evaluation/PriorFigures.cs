namespace Latent.Training.Evaluation;

/// <summary>How good strings of prior draws are.</summary>
/// <param name="Strings">How many were written.</param>
/// <param name="Valid">Share that are molecules.</param>
/// <param name="Unique">Share of different ones among the molecules.</param>
/// <param name="Novel">Share of the different ones that are not among those trained on.</param>
internal sealed record PriorFigures(int Strings, double Valid, double Unique, double Novel);
