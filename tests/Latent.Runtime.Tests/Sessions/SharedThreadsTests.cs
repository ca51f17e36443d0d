using System.Diagnostics;
using Latent.Runtime.Tests.Models;

namespace Latent.Runtime.Tests;

[Collection(nameof(AloneCollection))]
public sealed class SharedThreadsTests
{
    private const int Models = 20;

    [Fact]
    public void Start_AgainWithTheSameNumber_DoesNothing()
    {
        SharedThreads.Start(SharedThreadsSetup.Threads);

        Assert.Equal(SharedThreadsSetup.Threads, SharedThreads.Count);
    }

    [Fact]
    public void Start_WithAnotherNumber_Throws()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => SharedThreads.Start(3));

        Assert.Equal(
            "The shared threads can no longer be started. Expected: a call before the " +
            "first model is loaded, or the same number as in the " +
                "first call. Received: 3 threads, while 2 are shared. Call SharedThreads.Start once, when the program starts.",
            exception.Message);
    }

    [Fact]
    public void Start_NegativeNumber_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => SharedThreads.Start(-1));

    [Fact]
    public void Load_ManyModelsOverSharedThreads_AddsNoThread() => Assert.InRange(ThreadsAddedBy(threads: 0), -Models, Models / 2);

    [Fact]
    public void Load_ManyModelsWithThreadsOfTheirOwn_AddsThreads() => Assert.InRange(ThreadsAddedBy(threads: 2), Models, int.MaxValue);

    [Fact]
    public void Encode_OverSharedThreads_GivesTheSame()
    {
        var tiny = new TinyModel(inputSize: 300, latentSize: 50);
        using var files = new TemporaryModel(tiny);
        using var model = files.Load(new() { Threads = 0 });
        var rows = tiny.Rows(200);

        Close.AssertEqual(tiny.Encode(rows), model.Encode(rows).Mean);
    }

    // Other threads of the process, such as those of the thread pool, may start and end meanwhile.
    private static int ThreadsAddedBy(int threads)
    {
        var tiny = new TinyModel();
        using var files = new TemporaryModel(tiny);
        var before = CountThreads();
        var models = Enumerable.Range(0, Models).Select(_ => files.Load(new() { Threads = threads })).ToList();
        try
        {
            models.ForEach(model => model.Reconstruct(tiny.Rows(1)));
            return CountThreads() - before;
        }
        finally
        {
            models.ForEach(model => model.Dispose());
        }
    }

    private static int CountThreads()
    {
        using var process = Process.GetCurrentProcess();
        return process.Threads.Count;
    }
}
