using static TorchSharp.torch;

namespace Latent.Onnx.Verification;

/// <summary>Inputs to compare a graph on.</summary>
/// <param name="Name">What tells the sample from others: <c>batch 3</c>.</param>
/// <param name="Inputs">The inputs, in the order of the graph.</param>
/// <param name="Origin">How to come by it again.</param>
internal sealed record ParitySample(string Name, IReadOnlyList<Tensor> Inputs, string Origin);
