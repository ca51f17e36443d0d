namespace Latent.Fitting;

/// <summary>A checkpoint exists already, or cannot be resumed; the message states the reason and the fix.</summary>
/// <param name="message">The problem, its location, and the fix.</param>
/// <param name="inner">The inner exception, if any.</param>
public sealed class CheckpointException(string message, Exception? inner = null) : Exception(message, inner);
