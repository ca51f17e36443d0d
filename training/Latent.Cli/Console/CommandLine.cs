namespace Latent.Cli;

/// <summary>Formats arguments as a shell command line.</summary>
internal static class CommandLine
{
    // Characters that need no quotes in a POSIX shell, besides ASCII letters and digits.
    private const string Unquoted = "-_=./:,@%+";

    /// <summary>Joins the arguments to one line; arguments with characters that a shell interprets are in single quotes.</summary>
    public static string Format(IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quote));

    private static string Quote(string argument) => argument.Length > 0 && argument.All(IsUnquoted)
        ? argument
        : $"'{argument.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static bool IsUnquoted(char letter) => char.IsAsciiLetterOrDigit(letter) || Unquoted.Contains(letter, StringComparison.Ordinal);
}
