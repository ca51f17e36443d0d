namespace Latent.Onnx.Verification;

/// <summary>A converted layer, or a part of one that TorchSharp does not show as a module.</summary>
/// <param name="Path">Its path in the model, empty for the root.</param>
/// <param name="Layer">Its type.</param>
/// <param name="Inputs">Its inputs; null for omitted ones.</param>
/// <param name="Outputs">Its outputs.</param>
internal sealed record LayerCall(string Path, string Layer, IReadOnlyList<GraphValue?> Inputs, IReadOnlyList<GraphValue> Outputs);
