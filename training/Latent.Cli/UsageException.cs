namespace Latent.Cli;

/// <summary>The command was asked for something that it cannot do; the message says what to ask instead.</summary>
/// <param name="message">What is wrong, and the cure.</param>
internal sealed class UsageException(string message) : Exception(message);
