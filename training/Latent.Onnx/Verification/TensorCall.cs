using static TorchSharp.torch;

namespace Latent.Onnx.Verification;

/// <summary>A layer as TorchSharp ran it: copies of what went in and came out, as layers may write into what they take.</summary>
/// <param name="Inputs">What went in; null where it went without.</param>
/// <param name="Outputs">What came out.</param>
internal sealed record TensorCall(IReadOnlyList<Tensor?> Inputs, IReadOnlyList<Tensor> Outputs);
