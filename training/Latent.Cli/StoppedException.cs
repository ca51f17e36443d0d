namespace Latent.Cli;

/// <summary>Ctrl-C stopped a command that reports more than that nothing was written.</summary>
/// <param name="message">What was and what was not written.</param>
/// <param name="cancellation">The cancellation.</param>
internal sealed class StoppedException(
    string message,
    OperationCanceledException cancellation) : OperationCanceledException(message, cancellation);
