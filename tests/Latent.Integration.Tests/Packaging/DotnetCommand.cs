using System.Diagnostics;

namespace Latent.Integration.Tests;

/// <summary>Runs the dotnet command as a package consumer does.</summary>
internal static class DotnetCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The build configuration of these tests.</summary>
    public static string Configuration { get; }
        = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Debug{Path.DirectorySeparatorChar}") ? "Debug" : "Release";

    /// <summary>Runs a dotnet command and fails the test if it fails.</summary>
    /// <returns>Its standard output.</returns>
    public static string Run(string folder, params string[] arguments) => RunProgram("dotnet", folder, arguments);

    /// <summary>Runs a program and fails the test if it fails.</summary>
    /// <returns>Its standard output.</returns>
    public static string RunProgram(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        // The test run is itself part of a build, whose MSBuild variables must not reach this process.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{program} {string.Join(' ', arguments)}' did not end within {Patience.TotalMinutes} minutes.");
        }
        Assert.True(
            process.ExitCode == 0,
            $"'{program} {string.Join(' ', arguments)}' ended with exit code {process.ExitCode}:\n{output.Result}{error.Result}");
        return output.Result;
    }
}
