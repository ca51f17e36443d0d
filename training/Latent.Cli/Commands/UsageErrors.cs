using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Latent.Data;

namespace Latent.Cli;

/// <summary>
/// Describes the errors of a command line. System.CommandLine parses a mistyped option as an additional argument, so those are found here.
/// </summary>
internal static class UsageErrors
{
    public static IReadOnlyList<string> Find(ParseResult parse)
    {
        if (parse.Action is not ParseErrorAction && parse.Errors.Count == 0 && SwallowedOptions(parse).Count == 0)
            return [];

        var command = parse.CommandResult.Command;
        var mistyped = SwallowedOptions(parse).Concat(parse.UnmatchedTokens.Where(IsOption)).Distinct().ToList();
        if (mistyped.Count > 0)
            return [.. mistyped.Select(option => Unrecognized("option", option, OptionNames(parse.CommandResult)))];

        if (command.Subcommands.Count == 0)
            return [.. parse.Errors.Select(MessageOf).Distinct()];

        var names = command.Subcommands.Select(each => each.Name).ToList();
        return
        [
            parse.UnmatchedTokens is [var first, ..]
                ? Unrecognized("command", first, names)
                : $"Specify a command: {string.Join(", ", names)}.",
        ];
    }

    private static string MessageOf(ParseError error) => error.SymbolResult switch
    {
        CommandResult { Command: var command } result when error.Message
            .Contains("argument missing", StringComparison.Ordinal) => Missing(command, result),
        ArgumentResult { Tokens.Count: 0, Argument: var argument } => $"Missing: {argument.Name}.",
        _ => error.Message,
    };

    private static string Missing(Command command, CommandResult result)
    {
        var missing = command.Arguments.Where(argument => result.GetResult(argument) is not { Tokens.Count: > 0 });
        return $"Missing: {string.Join(", ", missing.Select(argument => argument.Name))}.";
    }

    private static List<string> SwallowedOptions(ParseResult parse)
    {
        // Everything after "--" is an argument, even if it looks like an option.
        var plain = parse.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).Where(token => token.Type == TokenType.Argument)
            .Select(token => token.Value)
            .ToHashSet();
        return [.. parse.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .Where(value => IsOption(value) && plain.Contains(value))];
    }

    private static bool IsOption(string token) => token.StartsWith("--", StringComparison.Ordinal) && token.Length > 2;

    private static IEnumerable<string> OptionNames(CommandResult result)
    {
        var own = result.Command.Options.Select(option => option.Name);
        return result.Parent is CommandResult parent ? own.Concat(OptionNames(parent)) : own;
    }

    private static string Unrecognized(string kind, string name, IEnumerable<string> known) =>
        NearestName.Find(name, known) is { } nearest
            ? $"Unrecognized {kind} '{name}'. Did you mean '{nearest}'?"
            : $"Unrecognized {kind} '{name}'.";
}
