namespace Latent.Onnx.Verification;

/// <summary>A layer, or a part of one that TorchSharp does not show as a module, as it was converted.</summary>
/// <param name="Path">Its path in the model, empty for the root.</param>
/// <param name="Layer">Its type.</param>
/// <param name="Inputs">What went in; null where it went without.</param>
/// <param name="Outputs">What came out.</param>
internal sealed record LayerCall(string Path, string Layer, IReadOnlyList<GraphValue?> Inputs, IReadOnlyList<GraphValue> Outputs);
