namespace Latent.Onnx.Tests;

/// <summary>A deviation of TorchSharp from its documentation: a TorchSharp that has it is rejected, any other agrees.</summary>
/// <param name="IsPresent">Whether the running TorchSharp has it.</param>
/// <param name="Rejection">Part of the export's message in that case.</param>
public sealed record Defect(Func<bool> IsPresent, string Rejection);
