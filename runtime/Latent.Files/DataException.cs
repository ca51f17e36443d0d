using System.Text;

namespace Latent.Files;

/// <summary>
/// Thrown for data that cannot be found, read or verified. The message states the problem, the location, the expected and
/// received values and the fix, one per line.
/// </summary>
public sealed class DataException : Exception
{
    /// <summary>Creates an exception whose message is composed of the given fields.</summary>
    /// <param name="problem">The problem, as a sentence.</param>
    /// <param name="where">The file and the position in it, or the name of the data set.</param>
    /// <param name="expected">What a valid input contains.</param>
    /// <param name="received">What the input contains instead.</param>
    /// <param name="fix">How to fix the problem.</param>
    /// <param name="inner">The underlying error, if any.</param>
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

    /// <summary>The problem, as a sentence.</summary>
    public string Problem { get; }

    /// <summary>The file and the position in it, or the name of the data set; null if neither applies.</summary>
    public string? Where { get; }

    /// <summary>What a valid input contains, or null.</summary>
    public string? Expected { get; }

    /// <summary>What the input contains instead, or null.</summary>
    public string? Received { get; }

    /// <summary>How to fix the problem, or null.</summary>
    public string? Fix { get; }

    /// <summary>Whether no source provided the files of a named data set; the call itself is valid.</summary>
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
