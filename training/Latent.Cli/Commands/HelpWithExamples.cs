using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Latent.Cli;

/// <summary>The usual help, with command lines to copy below it.</summary>
/// <param name="usual">Writes the usual help.</param>
/// <param name="rootExamples">The command lines of the command itself.</param>
internal sealed class HelpWithExamples(HelpAction usual, IReadOnlyList<string> rootExamples) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var examples = ExamplesOf(parseResult.CommandResult);
        if (examples.Count > 0)
            Write(parseResult.InvocationConfiguration.Output, examples);
        return code;
    }

    private IReadOnlyList<string> ExamplesOf(CommandResult result) => result switch
    {
        { Command: LatentSubcommand command } => command.Examples,
        { Parent: null } => rootExamples,
        _ => [],
    };

    private static void Write(TextWriter output, IReadOnlyList<string> examples)
    {
        output.WriteLine("Examples:");
        foreach (var example in examples)
            output.WriteLine($"  {example}");
        output.WriteLine();
    }
}
