using System.Text.Json;

namespace Latent.Cli.Tests;

/// <summary>The result of a run of the command.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">The text on standard output.</param>
/// <param name="Error">The text on standard error.</param>
internal sealed record CommandResult(int Code, string Output, string Error)
{
    /// <summary>Standard output as JSON.</summary>
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Output);

    /// <summary>Runs the command in this process, as if its output were redirected.</summary>
    public static CommandResult Run(params IReadOnlyList<string> args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = LatentCommand.Run(args, output, error);
        return new(code, output.ToString(), error.ToString());
    }
}
