using System.CommandLine;

namespace Latent.Cli;

/// <summary>The <c>latent</c> command as a library call: it does not touch the console or the exit code of the process.</summary>
public static class LatentCommand
{
    private static readonly ParserConfiguration Parsing = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Runs the command as if standard output and standard error were redirected to files.</summary>
    /// <param name="args">The arguments, without the command name.</param>
    /// <param name="output">Receives the results.</param>
    /// <param name="error">Receives error messages and download progress.</param>
    /// <param name="cancellation">Stops the command early, as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellation = default) =>
        Run(args, Terminal.Plain(output, error), cancellation);

    internal static int Run(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellation)
    {
        var root = LatentRootCommand.Create(terminal, cancellation);
        var parse = root.Parse(args, Parsing);
        var isJson = args.Contains(CommonOptions.JsonName);
        try
        {
            var mistakes = UsageErrors.Find(parse);
            return mistakes.Count > 0 && parse.Action is not HelpWithExamples
                ? ErrorReport.Usage(terminal, isJson, parse, mistakes)
                : parse.Invoke(
                    new InvocationConfiguration { Output = terminal.Out, Error = terminal.Err, EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception)
        {
            return ErrorReport.Failure(terminal, isJson, exception, cancellation);
        }
    }
}
