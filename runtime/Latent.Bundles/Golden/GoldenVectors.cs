namespace Latent.Bundles;

/// <summary>Inputs of one graph and the outputs that belong to them, as measured when the bundle was written.</summary>
/// <param name="Inputs">In the order of the graph.</param>
/// <param name="Outputs">In the order of the graph.</param>
public sealed record GoldenVectors(IReadOnlyList<NamedTensor> Inputs, IReadOnlyList<NamedTensor> Outputs);
