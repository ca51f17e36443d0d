using System.Diagnostics;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>Runs the scripts of tests/interop with Node.js.</summary>
internal static class NodeScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The path of Node.js; null if it is not installed.</summary>
    public static string? Program { get; } = InstalledProgram.Find("node", "nodejs");

    /// <summary>The reason why the scripts cannot run here; null if they can.</summary>
    public static string? Obstacle { get; } =
        Program is null ? "there is no node; install Node.js 20 or later first: apt-get install nodejs npm"
        : !Directory.Exists(Repository.At("tests", "interop", "node_modules", "onnxruntime-node"))
            ? "onnxruntime-node is not installed; run this first: npm ci --prefix tests/interop"
            : null;

    /// <summary>Runs Node.js in the folder of the scripts.</summary>
    /// <returns>Standard output, standard error and the exit code.</returns>
    public static (string Output, string Error, int Code) Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Program!, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.At("tests", "interop"),
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'node {string.Join(' ', arguments)}' did not end within {Patience.TotalMinutes} minutes.");
        }
        return (output.Result, error.Result, process.ExitCode);
    }
}
