namespace Latent.Fitting;

/// <summary>A checkpoint is in the way, or cannot be continued; the message says why and what to do.</summary>
/// <param name="message">What happened, where, and the cure.</param>
/// <param name="inner">The error underneath, if any.</param>
public sealed class CheckpointException(string message, Exception? inner = null) : Exception(message, inner);
