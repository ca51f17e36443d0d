using System.Diagnostics;
using System.Security.Cryptography;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>A training process that is killed or interrupted and then resumed writes the same bytes as an uninterrupted one.</summary>
public sealed class StoppedTrainingTests : IDisposable
{
    private const string KillSignal = "-KILL";
    private const string InterruptSignal = "-INT";
    private const int StoppedExitCode = 130;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(KillSignal)]
    [InlineData(InterruptSignal)]
    public void Train_StoppedInAnEpochAndResumed_WritesTheBytesOfARunLeftAlone(string signal)
    {
        using (var whole = Start("whole"))
            AssertDone(whole);

        using (var stopped = Start("stopped"))
        {
            WaitForCheckpoint(stopped);
            using var kill = Process.Start("kill", [signal, $"{stopped.Id}"]);
            Assert.True(stopped.WaitForExit(Patience));
            Assert.Equal(signal == InterruptSignal, stopped.ExitCode == StoppedExitCode);
        }

        Assert.False(Directory.Exists(folder["stopped/mnist-vae"]));
        Assert.True(File.Exists(folder["stopped/mnist-vae.checkpoint"]));
        using (var resumed = Start("stopped", "--resume"))
            AssertDone(resumed);

        Assert.Equal(DigestsOf("whole"), DigestsOf("stopped"));
        Assert.Equal([folder["stopped/mnist-vae"]], Directory.EnumerateFileSystemEntries(folder["stopped"]));
    }

    // Trains long enough after the first checkpoint that the signal arrives during training.
    private Process Start(string output, params string[] more)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "latent.dll"), "train", "mnist-vae", "--data", "synthetic:digits?count=3000",
            "--set", "fit.epochs=12", "--set", "fit.batch_size=32", "--set", "fit.ema=0.99", "--out", folder[output], .. more,
        ];
        var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void WaitForCheckpoint(Process training)
    {
        var clock = Stopwatch.StartNew();
        while (!File.Exists(folder["stopped/mnist-vae.checkpoint"]) && clock.Elapsed < Patience)
            Assert.False(training.WaitForExit(1), "The training ended before it was stopped.");
    }

    private static void AssertDone(Process training)
    {
        Assert.True(training.WaitForExit(Patience));
        Assert.Equal(0, training.ExitCode);
    }

    private IReadOnlyList<string> DigestsOf(string output) =>
        [.. Directory.EnumerateFiles(folder[$"{output}/mnist-vae"]).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}")];
}
