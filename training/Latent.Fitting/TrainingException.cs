namespace Latent.Fitting;

/// <summary>A run cannot continue; the message states where it stopped and what to change.</summary>
/// <param name="message">The problem, its location, and the fix.</param>
public sealed class TrainingException(string message) : Exception(message);
