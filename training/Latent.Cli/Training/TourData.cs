namespace Latent.Cli;

/// <summary>A data set for training a model of the tour.</summary>
/// <param name="Reference">A name from the catalogue, with its settings.</param>
/// <param name="Changes">The recipe overrides for this data, as key=value.</param>
internal sealed record TourData(string Reference, params IReadOnlyList<string> Changes);
