namespace Latent.Training.Autoencoders;

/// <summary>The exception for model options that contradict each other or do not fit the rows.</summary>
/// <param name="message">The problem, the received value and the fix.</param>
internal sealed class ModelException(string message) : Exception(message);
