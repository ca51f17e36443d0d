using Spectre.Console;

namespace Latent.Cli;

/// <summary>Where the command writes: results to the one console, errors and the progress of downloads to the other.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Terminal(IAnsiConsole Output, IAnsiConsole Error)
{
    // Wide enough that no table is folded in a log or a pipe.
    private const int PlainWidth = 4000;
    private const int PlainHelpWidth = 110;
    private const int NarrowestHelp = 60;

    /// <summary>Results as lines of text.</summary>
    public TextWriter Out => Output.Profile.Out.Writer;

    /// <summary>Messages as lines of text.</summary>
    public TextWriter Err => Error.Profile.Out.Writer;

    /// <summary>Columns that help texts may take.</summary>
    public int HelpWidth => Output.Profile.Out.IsTerminal ? Math.Max(NarrowestHelp, Output.Profile.Width) : PlainHelpWidth;

    /// <summary>The console of the process: colours and progress bars where a person looks, plain text where output is redirected.</summary>
    public static Terminal OfProcess() => new(
        Console.IsOutputRedirected ? PlainConsole(Console.Out) : LiveConsole(Console.Out),
        Console.IsErrorRedirected ? PlainConsole(Console.Error) : LiveConsole(Console.Error));

    /// <summary>Plain text: no escape codes, no folded tables.</summary>
    public static Terminal Plain(TextWriter output, TextWriter error) => new(PlainConsole(output), PlainConsole(error));

    private static IAnsiConsole LiveConsole(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });

    private static IAnsiConsole PlainConsole(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new PlainOutput(writer, PlainWidth),
        });
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
