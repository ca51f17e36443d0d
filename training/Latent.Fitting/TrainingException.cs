namespace Latent.Fitting;

/// <summary>A run cannot go on; the message says where it stopped and what to change.</summary>
/// <param name="message">What happened, where, and the cure.</param>
public sealed class TrainingException(string message) : Exception(message);
