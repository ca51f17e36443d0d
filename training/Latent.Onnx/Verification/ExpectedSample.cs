using Latent.Bundles;

namespace Latent.Onnx.Verification;

/// <summary>A sample and TorchSharp's outputs on it.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Outputs">The outputs, in the order of the computation.</param>
internal sealed record ExpectedSample(ParitySample Sample, IReadOnlyList<NamedTensor> Outputs);
