using System.Text;

namespace Latent.Data;

/// <summary>
/// Data that cannot be found, read or trusted. The message says what is wrong, where, what was expected, what was received
/// and how to cure it, one a line.
/// </summary>
public sealed class DataException : Exception
{
    /// <summary>Makes an exception whose message is put together from its parts.</summary>
    /// <param name="problem">What is wrong, a sentence.</param>
    /// <param name="where">File, and position in it, or name of the data set.</param>
    /// <param name="expected">What a correct input would have had.</param>
    /// <param name="received">What was there instead.</param>
    /// <param name="fix">What the reader can do about it.</param>
    /// <param name="inner">The error underneath, if any.</param>
    public DataException(
        string problem, string? where = null, string? expected = null, string? received = null, string? fix = null, Exception? inner = null)
        : base(Compose(problem, where, expected, received, fix), inner)
    {
        Problem = problem;
        Where = where;
        Expected = expected;
        Received = received;
        Fix = fix;
    }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }

    /// <summary>File, and position in it, or name of the data set; null where there is no place to name.</summary>
    public string? Where { get; }

    /// <summary>What a correct input would have had, or null.</summary>
    public string? Expected { get; }

    /// <summary>What was there instead, or null.</summary>
    public string? Received { get; }

    /// <summary>What the reader can do about it, or null.</summary>
    public string? Fix { get; }

    /// <summary>Whether no source gave the files of a named data set; nothing is wrong with the call.</summary>
    public bool IsUnavailable { get; init; }

    private static string Compose(string problem, string? where, string? expected, string? received, string? fix)
    {
        var text = new StringBuilder(problem);
        Append(text, "Where", where);
        Append(text, "Expected", expected);
        Append(text, "Received", received);
        Append(text, "Fix", fix);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string label, string? value)
    {
        if (value is not null) text.Append('\n').Append(label).Append(": ").Append(value);
    }
}
