namespace Latent.Cli;

/// <summary>Arguments as a person types them into a shell.</summary>
internal static class CommandLine
{
    private const string Harmless = "-_=./:,@%+";

    /// <summary>The arguments in a line; those that a shell would read otherwise stand in single quotes.</summary>
    public static string Format(IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quote));

    private static string Quote(string argument) => argument.Length > 0 && argument.All(letter => char.IsAsciiLetterOrDigit(letter) || Harmless.Contains(letter, StringComparison.Ordinal))
        ? argument
        : $"'{argument.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
