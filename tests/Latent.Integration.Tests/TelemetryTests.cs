using System.Diagnostics;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>Loading a model writes no files and resolves no hosts: ONNX Runtime's telemetry is off before its library loads.</summary>
public sealed class TelemetryTests
{
    // Prints the IP counters of a network namespace without interfaces: packets sent and packets without a route.
    private const string Script = "\"$@\" && grep -A1 '^Ip: F' /proc/net/snmp";

    [NetworkNamespaceFact]
    public void Load_InAHomeThatIsWatched_LeavesNothingBehind()
    {
        var (files, counters) = VerifyABundle(telemetrySwitch: null);

        Assert.Empty(files);
        Assert.Equal((0, 0), counters);
    }

    // Control for the test above, which would also pass if it watched the wrong folder.
    [NetworkNamespaceFact]
    public void Load_WithTelemetryLeftOnByTheEnvironment_IsSeenToWriteFiles() =>
        Assert.Contains(VerifyABundle(telemetrySwitch: "0").Files, file => file.EndsWith("/deviceid", StringComparison.Ordinal));

    private static (IReadOnlyList<string> Files, (long Sent, long WithoutRoute) Counters) VerifyABundle(string? telemetrySwitch)
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("unshare", ["--net", "sh", "-c", Script, "sh", "dotnet", Path.Combine(
            AppContext.BaseDirectory,
            "latent.dll"), "verify", ReleasedBundles.FolderOf("mnist-vae")])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
        };

        // Clears all other variables, because ONNX Runtime disables telemetry on build servers.
        start.Environment.Clear();
        foreach (var (name, value) in new[] {
            ("PATH", Variable("PATH")),
            ("DOTNET_ROOT", Variable("DOTNET_ROOT")),
            ("HOME", folder.Path),
            ("TMPDIR", folder.Path),
            ("ORT_DISABLE_TELEMETRY", telemetrySwitch),
            ("DOTNET_EnableDiagnostics", "0") })
        {
            if (value is not null)
                start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        var (names, values) = (output[^2].Split(' '), output[^1].Split(' '));
        long Counter(string name) => long.Parse(values[Array.IndexOf(names, name)], System.Globalization.CultureInfo.InvariantCulture);
        return ([.. Directory.EnumerateFiles(folder
            .Path, "*", SearchOption.AllDirectories)], (Counter("OutRequests"), Counter("OutNoRoutes")));
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    /// <summary>A test that needs the right to create a network namespace; skipped otherwise.</summary>
    private sealed class NetworkNamespaceFactAttribute : FactAttribute
    {
        public NetworkNamespaceFactAttribute()
        {
            if (!OperatingSystem.IsLinux() || InstalledProgram.Find("unshare") is null || !MayUnshare())
                Skip = "A network namespace needs Linux, the program unshare and the right to use it.";
        }

        private static bool MayUnshare()
        {
            using var process = Process.Start(new ProcessStartInfo("unshare", ["--net", "true"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
