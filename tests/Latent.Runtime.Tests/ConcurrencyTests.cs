using Latent.Runtime.Tests.Models;

namespace Latent.Runtime.Tests;

public sealed class ConcurrencyTests : IDisposable
{
    private const int Threads = 8;

    private readonly TinyModel tiny = new(variational: true);
    private readonly TemporaryModel files;

    public ConcurrencyTests() => files = new(tiny);

    public void Dispose() => files.Dispose();

    [Fact]
    public void Operations_FromManyThreads_GiveTheSerialResults()
    {
        using var model = files.Load(new() { MaxBatch = 5 });
        var inputs = Enumerable.Range(1, Threads).Select(count => tiny.Rows(count, seed: count)).ToArray();
        var expected = inputs.Select(
            rows => (Mean: model.Encode(rows).Mean, Reconstructed: model.Reconstruct(rows), Scores: model.Score(rows).Values)).ToArray();

        InParallel(thread =>
        {
            for (var i = 0; i < 300; i++)
            {
                var which = (thread + i) % Threads;
                Close.AssertEqual(expected[which].Mean, model.Encode(inputs[which]).Mean);
                Close.AssertEqual(expected[which].Reconstructed, model.Reconstruct(inputs[which]));
                Close.AssertEqual(expected[which].Scores, model.Score(inputs[which]).Values);
            }
        });
    }

    [Fact]
    public void FirstCalls_FromManyThreads_OpenOneSession()
    {
        using var model = files.Load();
        var rows = tiny.Rows(2);

        InParallel(_ => Close.AssertEqual(tiny.Encode(rows), model.Encode(rows).Mean));
    }

    [Fact]
    public void Dispose_WhileOthersCall_EndsWithObjectDisposed()
    {
        var rows = tiny.Rows(3);
        var expected = tiny.Scores(rows);
        for (var round = 0; round < 20; round++)
        {
            var model = files.Load();
            InParallel(thread =>
            {
                try
                {
                    for (var i = 0; ; i++)
                    {
                        if (i == 50 && thread < 2)
                            model.Dispose();
                        Close.AssertEqual(expected, model.Score(rows).Values);
                    }
                }
                catch (ObjectDisposedException)
                {
                }
            });
        }
    }

    [Fact]
    public void Lifetime_LastUserOut_ReleasesOnce()
    {
        var released = 0;
        var lifetime = new Lifetime("model", () => released++);
        var use = lifetime.Enter();

        lifetime.Dispose();
        Assert.Equal(0, released);
        Assert.Throws<ObjectDisposedException>(() => { lifetime.Enter(); });
        Assert.Equal(0, released);

        use.Dispose();
        Assert.Equal(1, released);
        Assert.Throws<ObjectDisposedException>(() => { lifetime.Enter(); });
        lifetime.Dispose();
        Assert.Equal(1, released);
    }

    // Dedicated threads: the thread pool would start eight threads too slowly for them to overlap.
    private static void InParallel(Action<int> work)
    {
        var failures = new Exception?[Threads];
        var threads = Enumerable.Range(0, Threads).Select(index => new Thread(() => failures[index] = Record.Exception(() => work(index))))
            .ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        Assert.All(failures, Assert.Null);
    }
}
