using System.ComponentModel;
using System.Diagnostics;

namespace Latent.Data;

/// <summary>Runs programs of the machine, such as npm. A program that is missing or fails is a <see cref="SourceException"/>.</summary>
internal class ToolRunner
{
    private const int ShownMessage = 400;

    public virtual async Task RunAsync(string tool, IReadOnlyList<string> arguments, string folder, CancellationToken cancellation)
    {
        using var process = Start(tool, arguments, folder);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        var said = (await errors + await output).ReplaceLineEndings(" ").Trim();
        if (process.ExitCode != 0)
            throw new SourceException($"{tool} {string.Join(' ', arguments)} failed with exit code {process.ExitCode}: {Shorten(said)}");
    }

    private static Process Start(string tool, IReadOnlyList<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Messages are read, and shown, in one language.
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new SourceException($"{tool} is not on the PATH", missing);
        }
    }

    private static string Shorten(string text) => text.Length <= ShownMessage ? text : text[..ShownMessage] + " ...";
}
