using static TorchSharp.torch;

namespace Latent.Onnx.Verification;

/// <summary>A call of a layer in TorchSharp: copies of its inputs and outputs, as layers may write into their inputs.</summary>
/// <param name="Inputs">Its inputs; null for omitted ones.</param>
/// <param name="Outputs">Its outputs.</param>
internal sealed record TensorCall(IReadOnlyList<Tensor?> Inputs, IReadOnlyList<Tensor> Outputs);
