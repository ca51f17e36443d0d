namespace Latent.Onnx.Tests;

/// <summary>What a TorchSharp does otherwise than it says: with such a one the export is refused, with any other it agrees.</summary>
/// <param name="IsPresent">Whether the TorchSharp that runs is such a one.</param>
/// <param name="Refusal">What the export says then, in part.</param>
public sealed record Defect(Func<bool> IsPresent, string Refusal);
