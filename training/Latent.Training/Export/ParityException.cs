namespace Latent.Training.Export;

/// <summary>ONNX Runtime and TorchSharp disagree on an exported graph; nothing was written.</summary>
/// <param name="message">The output, the difference, and the fix.</param>
public sealed class ParityException(string message) : Exception(message);
