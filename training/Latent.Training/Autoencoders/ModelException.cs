namespace Latent.Training.Autoencoders;

/// <summary>The options of a model do not fit each other, or the rows.</summary>
/// <param name="message">What is wrong, what was received, and the cure.</param>
internal sealed class ModelException(string message) : Exception(message);
