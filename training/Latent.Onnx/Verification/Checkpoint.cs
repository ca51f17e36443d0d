using static TorchSharp.torch;

namespace Latent.Onnx.Verification;

/// <summary>An edge of the graph whose value TorchSharp has too.</summary>
/// <param name="Edge">Its name in the file.</param>
/// <param name="Value">What TorchSharp computed.</param>
/// <param name="Type">Its element type in the graph.</param>
internal sealed record Checkpoint(string Edge, Tensor Value, ElementType Type);
