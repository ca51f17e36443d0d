using Spectre.Console;

namespace Latent.Cli;

/// <summary>The two consoles of the command: one for results, one for errors and download progress.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Terminal(IAnsiConsole Output, IAnsiConsole Error)
{
    // Wide enough that no table wraps in a log or a pipe.
    private const int PlainWidth = 4000;
    private const int PlainHelpWidth = 110;
    private const int MinHelpWidth = 60;

    /// <summary>Results as lines of text.</summary>
    public TextWriter Out => Output.Profile.Out.Writer;

    /// <summary>Messages as lines of text.</summary>
    public TextWriter Err => Error.Profile.Out.Writer;

    /// <summary>The maximum width of help texts, in columns.</summary>
    public int HelpWidth => Output.Profile.Out.IsTerminal ? Math.Max(MinHelpWidth, Output.Profile.Width) : PlainHelpWidth;

    /// <summary>Creates the console of the process: colors and progress bars in a terminal, plain text if output is redirected.</summary>
    public static Terminal OfProcess() => new(
        Console.IsOutputRedirected ? PlainConsole(Console.Out) : LiveConsole(Console.Out),
        Console.IsErrorRedirected ? PlainConsole(Console.Error) : LiveConsole(Console.Error));

    /// <summary>Creates a plain-text console: no escape codes, no wrapped tables.</summary>
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
