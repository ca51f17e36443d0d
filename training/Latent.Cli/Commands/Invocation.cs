using System.CommandLine;
using System.Text.Json;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>One call of a subcommand: its arguments and its output.</summary>
/// <param name="Parse">The parsed arguments.</param>
/// <param name="Terminal">Receives the output.</param>
/// <param name="Cancellation">Stops the call early.</param>
internal sealed record Invocation(ParseResult Parse, Terminal Terminal, CancellationToken Cancellation)
{
    /// <summary>Whether the output is JSON.</summary>
    public bool IsJson => Parse.GetValue<bool>(CommonOptions.JsonName);

    /// <summary>The command-line arguments after the command name.</summary>
    public IEnumerable<string> Arguments => Parse.Tokens.Select(token => token.Value);

    public T Get<T>(Argument<T> argument) => Parse.GetRequiredValue(argument);

    public T Get<T>(Option<T> option) => Parse.GetRequiredValue(option);

    public T? Find<T>(Option<T> option) => Parse.GetValue(option);

    /// <summary>Returns whether an option was given on the command line.</summary>
    public bool Has(Option option) => Parse.GetResult(option) is { Implicit: false };

    /// <summary>Writes the result, as JSON or with <paramref name="show"/>.</summary>
    public void Answer<T>(T json, Action<IAnsiConsole> show)
    {
        if (IsJson)
            Terminal.Out.WriteLine(JsonSerializer.Serialize(json, Json.Indented));
        else
            show(Terminal.Output);
    }

    /// <summary>Writes the result, as JSON or as a line of text.</summary>
    public void Answer<T>(T json, string line) => Answer(json, _ => Terminal.Out.WriteLine(line));

    /// <summary>Writes a note to standard error, unless the output is JSON.</summary>
    public void Note(string text)
    {
        if (!IsJson)
            Terminal.Err.WriteLine($"note: {text}");
    }
}
