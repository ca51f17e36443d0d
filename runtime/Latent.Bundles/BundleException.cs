namespace Latent.Bundles;

/// <summary>
/// A bundle cannot be read, written or run. The message states the problem, where it is, what was expected, what was
/// received and the fix, one per line.
/// </summary>
public sealed class BundleException : Exception
{
    /// <summary>Creates an exception with a custom message, for example from a tool that works on bundles.</summary>
    /// <param name="message">The problem.</param>
    /// <param name="innerException">The cause, or null.</param>
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

    /// <summary>The file, with the JSON path in it where one applies; null for a custom message.</summary>
    public string? Where { get; }
}
