using System.Text;

namespace VerifyTests;

internal static class Lines
{
    public static void RemoveContaining(StringBuilder text, StringComparison comparison, string[] stringToMatch) =>
        Replace(text, line => stringToMatch.Any(match => line.Contains(match, comparison)) ? null : line);

    public static void RemoveEmpty(StringBuilder text)
    {
        Replace(text, line => string.IsNullOrWhiteSpace(line) ? null : line);
        if (text.Length > 0 && text[0] == '\n')
            text.Remove(0, 1);
        if (text.Length > 0 && text[^1] == '\n')
            text.Length--;
    }

    public static void Replace(StringBuilder text, Func<string, string?> replaceLine)
    {
        var before = text.ToString();
        using var reader = new StringReader(before);
        text.Clear();
        while (reader.ReadLine() is { } line)
        {
            if (replaceLine(line) is { } kept)
                text.Append(kept).Append('\n');
        }

        if (text.Length > 0 && !before.EndsWith('\n'))
            text.Length--;
    }
}
