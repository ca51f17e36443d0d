using System.Text;

namespace Latent.Bundles;

/// <summary>The one shape of an error message: what, where, expected, received, cure.</summary>
internal static class ErrorText
{
    private const int LongestReceived = 120;

    // Names out of files that are not trusted come into messages, too.
    private const int LongestPart = 1000;

    public static string Compose(string problem, string where, string? expected, string? received, string? cure)
    {
        var text = new StringBuilder(Cut(problem));
        Append(text, "Where", where);
        Append(text, "Expected", expected);
        Append(text, "Received", received);
        Append(text, "Cure", cure);
        return text.ToString();
    }

    /// <summary>Text out of a file that is not trusted: short, on one line.</summary>
    public static string Quote(string received)
    {
        var text = new StringBuilder("'");
        foreach (var character in received.AsSpan(0, Math.Min(received.Length, LongestReceived)))
            text.Append(char.IsControl(character) ? '?' : character);
        return text.Append(received.Length > LongestReceived ? "...'" : "'").ToString();
    }

    private static void Append(StringBuilder text, string label, string? value)
    {
        if (value is not null)
            text.Append('\n').Append(label).Append(": ").Append(Cut(value));
    }

    // A line break would pass for the next part.
    private static string Cut(string part)
    {
        var text = part.Length <= LongestPart ? part : $"{part.AsSpan(0, LongestPart)}...";
        return text.Any(char.IsControl) ? string.Concat(text.Select(character => char.IsControl(character) ? '?' : character)) : text;
    }
}
