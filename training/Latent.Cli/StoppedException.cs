namespace Latent.Cli;

/// <summary>Ctrl-C ended a command that had more to say of it than that nothing was written.</summary>
/// <param name="message">What was and what was not written.</param>
/// <param name="cause">The cancellation.</param>
internal sealed class StoppedException(string message, OperationCanceledException cause) : OperationCanceledException(message, cause);
