using static TorchSharp.torch;

namespace Latent.Onnx.Verification;

/// <summary>An edge of the graph with a counterpart in TorchSharp.</summary>
/// <param name="Edge">Its name in the file.</param>
/// <param name="Value">Its value in TorchSharp.</param>
/// <param name="Type">Its element type in the graph.</param>
internal sealed record ComparedEdge(string Edge, Tensor Value, ElementType Type);
