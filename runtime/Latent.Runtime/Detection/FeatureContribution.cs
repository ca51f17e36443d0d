namespace Latent.Runtime;

/// <summary>The contribution of a feature to an anomaly score.</summary>
/// <param name="Feature">The feature index, from 0.</param>
/// <param name="Name">The name of the feature (<see cref="TableFormat.NameOf"/>).</param>
/// <param name="Share">The share of the row's total error, 0 to 1.</param>
public readonly record struct FeatureContribution(int Feature, string Name, double Share);
