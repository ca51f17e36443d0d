namespace Latent.Cli;

/// <summary>Ctrl-C stopped a command that reports more than that nothing was written.</summary>
/// <param name="message">What was and what was not written.</param>
/// <param name="contribution">The cancellation.</param>
internal sealed class StoppedException(
    string message,
    OperationCanceledException contribution) : OperationCanceledException(message, contribution);
