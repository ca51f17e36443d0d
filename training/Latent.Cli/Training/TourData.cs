namespace Latent.Cli;

/// <summary>Data that a model of the tour may be trained on.</summary>
/// <param name="Reference">A name of the catalogue, with its settings.</param>
/// <param name="Changes">What the recipe needs for it, as key=value.</param>
internal sealed record TourData(string Reference, params IReadOnlyList<string> Changes);
