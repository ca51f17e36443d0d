using System.Diagnostics;
using Latent.Bundles;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>A process killed while writing a bundle leaves either the complete bundle or none.</summary>
public sealed class KilledExportTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(120)]
    public void Train_KilledAfterItBeganToWrite_LeavesNoHalfBundle(int millisecondsLater)
    {
        using (var training = Start())
        {
            try
            {
                WaitForTheFirstGraph(training);
                training.WaitForExit(millisecondsLater);
            }
            finally
            {
                training.Kill();
                training.WaitForExit();
            }
        }

        if (Directory.Exists(folder["mnist-dense"]))
            Bundle.Open(folder["mnist-dense"]);

        using var again = Start("--resume");
        Assert.True(again.WaitForExit(Patience));
        Assert.Equal(0, again.ExitCode);
        Bundle.Open(folder["mnist-dense"]);
        Assert.Equal([folder["mnist-dense"]], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    // Discards the output: an unread pipe would block the process.
    private Process Start(params string[] more)
    {
        var command = Path.Combine(AppContext.BaseDirectory, "latent.dll");
        string[] arguments = [command, "train", "mnist-dense", "--data", "synthetic:digits?count=600&validation=150", "--set", "fit.epochs=1", "--out", folder.Path, "--json", .. more];
        var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void WaitForTheFirstGraph(Process training)
    {
        var clock = Stopwatch.StartNew();
        while (!HasGraph() && clock.Elapsed < Patience)
            Assert.False(training.WaitForExit(1), "The training ended before it wrote anything.");
        Assert.True(HasGraph() || Directory.Exists(folder["mnist-dense"]), "Nothing was written in time.");
    }

    private bool HasGraph() =>
        Directory.EnumerateDirectories(folder.Path, "mnist-dense.tmp-*").Any(writing => File.Exists(Path.Combine(writing, "encode.onnx")));
}
