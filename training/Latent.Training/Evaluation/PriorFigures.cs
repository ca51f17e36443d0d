namespace Latent.Training.Evaluation;

/// <summary>The quality of strings sampled from the prior.</summary>
/// <param name="Strings">The number of strings.</param>
/// <param name="Valid">The share of strings that are molecules.</param>
/// <param name="Unique">The share of distinct molecules among the valid ones.</param>
/// <param name="Novel">The share of distinct molecules that are not training molecules.</param>
internal sealed record PriorFigures(int Strings, double Valid, double Unique, double Novel);
