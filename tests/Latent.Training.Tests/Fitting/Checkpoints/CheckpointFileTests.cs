using System.Security.Cryptography;
using Latent.Fitting;
using Latent.Tests;
using FullDiskFactAttribute = Latent.Tests.FullDiskFactAttribute;

namespace Latent.Training.Tests.Fitting.Checkpoints;

public sealed class CheckpointFileTests : IDisposable
{
    private const int VersionOffset = 8;

    private readonly TemporaryFolder folder = new();
    private readonly List<string> notes = [];

    private string CheckpointPath => Checkpoint.PathOf(folder.Path, "tiny-vae");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Resume_FromAFileThatIsNoCheckpoint_SaysSo()
    {
        File.WriteAllText(CheckpointPath, "my thesis");

        Assert.Equal($"'{CheckpointPath}' is not a checkpoint. Delete the file to start over.", MessageOfResume());
    }

    [Fact]
    public void Resume_FromAnotherFormat_SaysBothVersions()
    {
        Change(bytes => bytes[VersionOffset] = 9);

        Assert.Equal(
            $"'{CheckpointPath}' is a checkpoint of format 9, but this version of latent reads format 3. " +
                "Continue with the version that wrote it, or delete the file to start over.",
            MessageOfResume());
    }

    [Theory]
    [InlineData(0.0001)]
    [InlineData(0.5)]
    [InlineData(0.9999)]
    public void Resume_FromAChangedFile_SaysThatItIsCorrupt(double position)
    {
        Change(bytes => bytes[Math.Max(VersionOffset + 4, (int)(bytes.Length * position))] ^= 1);

        Assert.Equal($"'{CheckpointPath}' is corrupt: it was truncated or changed after it was written. Delete the file to start over.",
            MessageOfResume());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(2000)]
    public void Resume_FromATruncatedFile_SaysThatItIsCorrupt(int length)
    {
        Stop();
        File.WriteAllBytes(CheckpointPath, File.ReadAllBytes(CheckpointPath)[..length]);

        Assert.Equal($"'{CheckpointPath}' is corrupt: it was truncated or changed after it was written. Delete the file to start over.",
            MessageOfResume());
    }

    [Fact]
    public void Resume_WithAModelOfOtherWeights_SaysWhichIsMissing()
    {
        Change(bytes =>
        {
            Rename(bytes, "decoder.layers.0.bias"u8, "decoder.layers.0.bios"u8);
            SHA256.HashData(bytes.AsSpan()[..^32]).CopyTo(bytes.AsSpan()[^32..]);
        });

        Assert.Equal(
            $"'{CheckpointPath}' does not match the model that tiny-vae builds: it contains a weight 'decoder.layers.0.bios', which " +
                "the model lacks. It was written by another version; " +
                "continue with that version, or delete the file to start over.",
            MessageOfResume());
    }

    [FullDiskFact]
    public void Execute_OnAFullDisk_ContinuesAndKeepsThePreviousCheckpoint()
    {
        var crash = new CrashingObserver(() => File.CreateSymbolicLink(CheckpointPath + ".tmp", FullDiskFactAttribute.Device));

        Assert.Throws<InvalidOperationException>(() => TrainingRun.Execute(
            TinyRuns.Variational with { Fit = TinyRuns.Variational.Fit with { Epochs = 4 } }, TinyRuns
                .Digits, Options() with { Observer = crash }));
        var resumed = TrainingRun.Execute(
            TinyRuns.Variational with { Fit = TinyRuns.Variational.Fit with { Epochs = 4 } }, TinyRuns
                .Digits, Options() with { Resume = true });

        Assert.Equal(4, resumed.Epochs);
        Assert.Equal(2, notes.Count);
        Assert.StartsWith("The checkpoint at epoch 3, step 0 could not be written; training continues. " +
            "The previous checkpoint is kept. Reason: No space left on device", notes[0]);
        Assert.Equal("tiny-vae resumes in epoch 2 of 4, after step 0.", notes[1]);
    }

    [Fact]
    public void Execute_WhereNoCheckpointCanBeWritten_TrainsAndExports()
    {
        Directory.CreateDirectory(CheckpointPath + ".tmp");

        var outcome = TrainingRun.Execute(TinyRuns.Variational, TinyRuns.Digits, Options());

        Assert.Equal(2, outcome.Epochs);
        Assert.Equal(2, notes.Count);
        Assert.StartsWith("The checkpoint at epoch 2, step 0 could not be written; training continues. " +
            "There is no previous checkpoint. Reason: ", notes[0]);
    }

    private void Change(Action<byte[]> change)
    {
        Stop();
        var bytes = File.ReadAllBytes(CheckpointPath);
        change(bytes);
        File.WriteAllBytes(CheckpointPath, bytes);
    }

    private static void Rename(byte[] bytes, ReadOnlySpan<byte> name, ReadOnlySpan<byte> newName) =>
        newName.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf(name), name.Length));

    private void Stop()
    {
        using var observer = new StoppingObserver(epoch: 1, step: 3);
        Assert.Throws<OperationCanceledException>(() => TrainingRun.Execute(
            TinyRuns.Variational, TinyRuns.Digits, Options() with { Observer = observer }, observer.Token));
    }

    private string MessageOfResume() => Assert.Throws<CheckpointException>(() => TrainingRun.Execute(
        TinyRuns.Variational, TinyRuns.Digits, Options() with { Resume = true })).Message;

    private TrainingRunOptions Options() => new() { OutputFolder = folder.Path, Note = notes.Add };

    /// <summary>Runs an action at the end of epoch 2, and throws in epoch 3.</summary>
    private sealed class CrashingObserver(Action afterEpoch2) : ITrainingObserver
    {
        public void OnStep(TrainingProgress progress)
        {
            if (progress.Epoch == 3)
                throw new InvalidOperationException("Crash.");
        }

        public void OnEpoch(EpochMetrics metrics)
        {
            if (metrics.Epoch == 2)
                afterEpoch2();
        }
    }
}
