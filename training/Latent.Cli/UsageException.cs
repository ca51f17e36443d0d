namespace Latent.Cli;

/// <summary>A request that the command cannot carry out; the message says what to request instead.</summary>
/// <param name="message">The problem and the fix.</param>
internal sealed class UsageException(string message) : Exception(message);
