using System.ComponentModel;
using System.Diagnostics;

namespace Latent.Data;

/// <summary>Runs external programs, such as npm. Throws a <see cref="SourceException"/> if a program is missing or fails.</summary>
internal class ToolRunner
{
    private const int MaxMessageLength = 400;

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

        var message = (await errors + await output).ReplaceLineEndings(" ").Trim();
        if (process.ExitCode != 0)
            throw new SourceException($"{tool} {string.Join(' ', arguments)} failed with exit code {process.ExitCode}: {Shorten(message)}");
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

        // The C locale makes messages English, because they are matched and shown.
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

    private static string Shorten(string text) => text.Length <= MaxMessageLength ? text : text[..MaxMessageLength] + " ...";
}
