using System.Text;

namespace Latent.Bundles;

/// <summary>The common shape of error messages: problem, where, expected, received, fix.</summary>
public static class ErrorText
{
    private const int MaxReceivedLength = 120;

    // Messages also contain names from untrusted files.
    private const int MaxPartLength = 1000;

    /// <summary>Composes a message; control characters become question marks, and long parts are cut.</summary>
    /// <param name="problem">What is wrong, in a sentence.</param>
    /// <param name="where">Where.</param>
    /// <param name="expected">What would be right; no line where null.</param>
    /// <param name="received">What was found; no line where null.</param>
    /// <param name="fix">What to do about it; no line where null.</param>
    public static string Compose(string problem, string where, string? expected, string? received, string? fix)
    {
        var text = new StringBuilder(Cut(problem));
        Append(text, "Where", where);
        Append(text, "Expected", expected);
        Append(text, "Received", received);
        Append(text, "Fix", fix);
        return text.ToString();
    }

    /// <summary>Quotes text from an untrusted file: shortened, on one line.</summary>
    /// <param name="received">The text.</param>
    public static string Quote(string received)
    {
        var text = new StringBuilder("'");
        foreach (var character in received.AsSpan(0, Math.Min(received.Length, MaxReceivedLength)))
            text.Append(char.IsControl(character) ? '?' : character);
        return text.Append(received.Length > MaxReceivedLength ? "...'" : "'").ToString();
    }

    private static void Append(StringBuilder text, string label, string? value)
    {
        if (value is not null)
            text.Append('\n').Append(label).Append(": ").Append(Cut(value));
    }

    // A line break could pass for the start of the next part.
    private static string Cut(string part)
    {
        var text = part.Length <= MaxPartLength ? part : $"{part.AsSpan(0, MaxPartLength)}...";
        return text.Any(char.IsControl) ? string.Concat(text.Select(character => char.IsControl(character) ? '?' : character)) : text;
    }
}
