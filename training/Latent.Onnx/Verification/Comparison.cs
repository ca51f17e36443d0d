namespace Latent.Onnx.Verification;

/// <summary>The result of running samples in both.</summary>
/// <param name="Samples">The samples.</param>
/// <param name="Outputs">Every output on every sample.</param>
/// <param name="Failed">The first sample on which an output is above the tolerance; null where none is.</param>
internal sealed record Comparison(IReadOnlyList<ParitySample> Samples, IReadOnlyList<OutputParity> Outputs, ParitySample? Failed);
