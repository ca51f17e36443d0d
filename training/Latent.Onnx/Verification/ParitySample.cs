using static TorchSharp.torch;

namespace Latent.Onnx.Verification;

/// <summary>Inputs to compare a graph on.</summary>
/// <param name="Name">The name of the sample: <c>batch 3</c>.</param>
/// <param name="Inputs">The inputs, in the order of the graph.</param>
/// <param name="Origin">How to reproduce it.</param>
internal sealed record ParitySample(string Name, IReadOnlyList<Tensor> Inputs, string Origin);
