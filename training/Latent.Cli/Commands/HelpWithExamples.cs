using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Latent.Cli;

/// <summary>The standard help, followed by example command lines.</summary>
/// <param name="standard">Writes the standard help.</param>
/// <param name="rootExamples">The example command lines of the root command.</param>
internal sealed class HelpWithExamples(HelpAction standard, IReadOnlyList<string> rootExamples) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = standard.Invoke(parseResult);
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
