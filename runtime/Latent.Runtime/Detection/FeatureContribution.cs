namespace Latent.Runtime;

/// <summary>A feature that carries part of an anomaly score.</summary>
/// <param name="Feature">Which one, from 0.</param>
/// <param name="Name">What it is called (<see cref="TableFormat.NameOf"/>).</param>
/// <param name="Share">Its share of the errors of all features of the row, 0 to 1.</param>
public readonly record struct FeatureContribution(int Feature, string Name, double Share);
