using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Latent.Cli;

/// <summary>The usual help, with command lines to copy below it.</summary>
/// <param name="usual">Writes the usual help.</param>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is LatentVerb { Examples: { Count: > 0 } examples })
            Write(parseResult.InvocationConfiguration.Output, examples);
        return code;
    }

    private static void Write(TextWriter output, IReadOnlyList<string> examples)
    {
        output.WriteLine("Examples:");
        foreach (var example in examples)
            output.WriteLine($"  {example}");
        output.WriteLine();
    }
}
