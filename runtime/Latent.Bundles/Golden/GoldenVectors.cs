namespace Latent.Bundles;

/// <summary>Inputs of one graph and the matching outputs, recorded when the bundle was written.</summary>
/// <param name="Inputs">The inputs, in the order of the graph.</param>
/// <param name="Outputs">The outputs, in the order of the graph.</param>
public sealed record GoldenVectors(IReadOnlyList<NamedTensor> Inputs, IReadOnlyList<NamedTensor> Outputs);
