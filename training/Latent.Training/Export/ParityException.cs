namespace Latent.Training.Export;

/// <summary>ONNX Runtime does not agree with TorchSharp on an exported graph; nothing was written.</summary>
/// <param name="message">Which output, by how much, and what to do.</param>
public sealed class ParityException(string message) : Exception(message);
