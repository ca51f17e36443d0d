namespace Latent.Bundles;

/// <summary>
/// A bundle cannot be read, written or run. The message says what is wrong, where, what was expected, what was found
/// and how to cure it, one a line.
/// </summary>
public sealed class BundleException : Exception
{
    /// <summary>An error with a message of its own, for example from a tool that works on bundles.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public BundleException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>An error that says what is wrong, where, what was expected, what was received and how to fix it, one a line.</summary>
    /// <param name="problem">What is wrong, in a sentence.</param>
    /// <param name="where">The file, and the JSON path in it where that applies.</param>
    /// <param name="expected">What would be right; null where the problem says it.</param>
    /// <param name="received">What was found.</param>
    /// <param name="fix">What to do about it.</param>
    /// <param name="inner">The cause, where there is one.</param>
    public BundleException(
        string problem, string where, string? expected = null, string? received = null, string? fix = null, Exception? inner = null)
        : base(ErrorText.Compose(problem, where, expected, received, fix), inner)
    {
        Where = where;
    }

    /// <summary>The file, and the JSON path in it where that applies; null when the message alone says it.</summary>
    public string? Where { get; }
}
