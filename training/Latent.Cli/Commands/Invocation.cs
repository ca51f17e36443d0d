using System.CommandLine;
using System.Text.Json;
using Spectre.Console;

namespace Latent.Cli;

/// <summary>One call of a subcommand: what was asked, and where the answer goes.</summary>
/// <param name="Parse">The arguments.</param>
/// <param name="Terminal">Where the answer goes.</param>
/// <param name="Cancellation">Ends the call early.</param>
internal sealed record Invocation(ParseResult Parse, Terminal Terminal, CancellationToken Cancellation)
{
    /// <summary>Whether a machine reads the answer.</summary>
    public bool IsJson => Parse.GetValue<bool>(CommonOptions.JsonName);

    /// <summary>What was typed after the command's own name.</summary>
    public IEnumerable<string> Arguments => Parse.Tokens.Select(token => token.Value);

    public T Get<T>(Argument<T> argument) => Parse.GetRequiredValue(argument);

    public T Get<T>(Option<T> option) => Parse.GetRequiredValue(option);

    public T? Find<T>(Option<T> option) => Parse.GetValue(option);

    /// <summary>Whether an option was written on the command line.</summary>
    public bool Has(Option option) => Parse.GetResult(option) is { Implicit: false };

    /// <summary>Answers: as JSON for a machine, else as <paramref name="show"/> draws it.</summary>
    public void Answer<T>(T json, Action<IAnsiConsole> show)
    {
        if (IsJson)
            Terminal.Out.WriteLine(JsonSerializer.Serialize(json, Json.Indented));
        else
            show(Terminal.Output);
    }

    /// <summary>Answers with a line of text, or as JSON.</summary>
    public void Answer<T>(T json, string line) => Answer(json, _ => Terminal.Out.WriteLine(line));

    /// <summary>Tells a person something beside the answer.</summary>
    public void Note(string text)
    {
        if (!IsJson)
            Terminal.Err.WriteLine($"note: {text}");
    }
}
