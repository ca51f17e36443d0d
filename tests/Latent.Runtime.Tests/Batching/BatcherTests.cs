using System.Diagnostics;
using Latent.Runtime.Tests.Models;

namespace Latent.Runtime.Tests;

public sealed class BatcherTests : IDisposable
{
    private static readonly TinyModel Tiny = new(variational: true);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryModel files = new(Tiny);
    private readonly Autoencoder model;

    public BatcherTests() => model = files.Load();

    public void Dispose()
    {
        model.Dispose();
        files.Dispose();
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 0)]
    [InlineData(64, 5)]
    public async Task Operations_FromManyCallers_GiveEachItsOwnResult(int maxSize, int delay)
    {
        using var batcher = new Batcher(model, new() { MaxSize = maxSize, MaxDelay = TimeSpan.FromMilliseconds(delay) });

        await Task.WhenAll(Enumerable.Range(0, 200).Select(caller => Task.Run(async () =>
        {
            var row = Tiny.Rows(1, seed: caller);
            var verdict = await batcher.DetectAsync(row);
            Assert.Equal((0L, 0.125), (verdict.Row, verdict.Threshold));
            Close.AssertEqual(Tiny.Scores(row), [verdict.Score]);
            var (code, reconstructed) = (await batcher.EncodeAsync(row), await batcher.ReconstructAsync(row));
            Close.AssertEqual(Tiny.Encode(row), code);
            Close.AssertEqual(Tiny.Decode(code), reconstructed);
            Assert.Equal(reconstructed, await batcher.DecodeAsync(code), (a, b) => Math.Abs(a - b) <= Close.Tolerance);
        }))).WaitAsync(Patience);
    }

    [Fact]
    public async Task ScoreAsync_FullBatch_DoesNotWaitForTheDelay()
    {
        using var batcher = new Batcher(model, new() { MaxSize = 4, MaxDelay = TimeSpan.FromMinutes(1) });

        var scores = await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => batcher.ScoreAsync(Tiny.Rows(1, seed)))).WaitAsync(Patience);

        Assert.Equal(8, scores.Length);
    }

    [Fact]
    public async Task ScoreAsync_LoneRequest_WaitsForTheDelayAndNoLonger()
    {
        using var batcher = new Batcher(model, new() { MaxSize = 4, MaxDelay = TimeSpan.FromMilliseconds(100) });
        model.Score(Tiny.Rows(1));
        var began = Stopwatch.GetTimestamp();

        await batcher.ScoreAsync(Tiny.Rows(1)).WaitAsync(Patience);

        // TickCount64 has a resolution of up to 16 milliseconds.
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalMilliseconds, 80, 20_000);
    }

    [Fact]
    public async Task ScoreAsync_BadRow_IsRejectedBeforeItEntersABatch()
    {
        using var batcher = new Batcher(model);

        Assert.Equal(
            """
            The values are not one row.
            Where: ScoreAsync, argument 'row'
            Expected: 6 values
            Received: 7 values
            Fix: pass one row.
            """,
            (await Assert.ThrowsAsync<ShapeException>(() => batcher.ScoreAsync(new float[7]))).Message);
        await Assert.ThrowsAsync<InputException>(() => batcher.ScoreAsync(new float[] { 0, 0, float.NaN, 0, 0, 0 }));
    }

    [Fact]
    public async Task DetectAsync_BadRow_NamesTheOperationThatWasCalled()
    {
        using var batcher = new Batcher(model);

        Assert.Contains(
            "Where: DetectAsync, argument 'row'",
            (await Assert.ThrowsAsync<ShapeException>(() => batcher.DetectAsync(new float[7]))).Message);
        await Assert.ThrowsAsync<InputException>(() => batcher.DetectAsync(Tiny.Rows(1), Threshold.Quantile(0.5)));
    }

    [Fact]
    public async Task ScoreAsync_RowChangesAfterwards_IsTheRowThatWasHandedIn()
    {
        using var batcher = new Batcher(model, new() { MaxDelay = TimeSpan.FromMilliseconds(50) });
        var row = Tiny.Rows(1);
        var expected = Tiny.Scores(row);

        var score = batcher.ScoreAsync(row);
        row.AsSpan().Fill(100);

        Assert.Equal(expected[0], await score.WaitAsync(Patience), Close.Tolerance);
    }

    [Fact]
    public async Task ScoreAsync_OneCancelled_OthersAreAnswered()
    {
        using var batcher = new Batcher(model, new() { MaxSize = 3, MaxDelay = TimeSpan.FromMinutes(1) });
        using var gone = new CancellationTokenSource();
        var first = batcher.ScoreAsync(Tiny.Rows(1, 1), gone.Token);
        var second = batcher.ScoreAsync(Tiny.Rows(1, 2));

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(Patience));
        var third = batcher.ScoreAsync(Tiny.Rows(1, 3));

        Assert.Equal(Tiny.Scores(Tiny.Rows(1, 2))[0], await second.WaitAsync(Patience), Close.Tolerance);
        Assert.Equal(Tiny.Scores(Tiny.Rows(1, 3))[0], await third.WaitAsync(Patience), Close.Tolerance);
    }

    [Fact]
    public async Task ScoreAsync_MoreThanFitTheQueue_IsRejected()
    {
        using var batcher = new Batcher(model, new() { MaxSize = 10, MaxDelay = TimeSpan.FromMinutes(1), MaxWaiting = 2 });
        Task<float>[] waiting = [batcher.ScoreAsync(Tiny.Rows(1)), batcher.ScoreAsync(Tiny.Rows(1))];

        Assert.Equal(
            """
            Too many requests are waiting for the model.
            Where: ScoreAsync of a batcher
            Expected: at most 2 waiting requests (BatcherOptions.MaxWaiting)
            Received: one more
            Fix: send fewer requests at once, retry later, or raise the limit.
            """,
            (await Assert.ThrowsAsync<QueueFullException>(() => batcher.ScoreAsync(Tiny.Rows(1)))).Message);

        batcher.Dispose();
        await Task.WhenAll(waiting).WaitAsync(Patience);
    }

    [Fact]
    public async Task Dispose_RequestsThatWait_FinishAndLaterOnesAreRejected()
    {
        var batcher = new Batcher(model, new() { MaxSize = 100, MaxDelay = TimeSpan.FromMinutes(1) });
        var waiting = Enumerable.Range(0, 5).Select(seed => batcher.ScoreAsync(Tiny.Rows(1, seed))).ToArray();

        batcher.Dispose();

        Assert.Equal(5, (await Task.WhenAll(waiting).WaitAsync(Patience)).Length);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => batcher.ScoreAsync(Tiny.Rows(1)));
        batcher.Dispose();
    }

    [Fact]
    public async Task ScoreAsync_ModelIsDisposed_EveryCallerGetsTheError()
    {
        using var batcher = new Batcher(model, new() { MaxSize = 2, MaxDelay = TimeSpan.FromMinutes(1) });
        model.Dispose();

        Task<float>[] waiting = [batcher.ScoreAsync(Tiny.Rows(1)), batcher.ScoreAsync(Tiny.Rows(1))];

        foreach (var request in waiting)
            await Assert.ThrowsAsync<ObjectDisposedException>(() => request.WaitAsync(Patience));
    }

    [Fact]
    public async Task Lane_RowThatFailsABatch_FailsForItsCallerAlone()
    {
        var lane = new BatchLane<float>(
            new("Halve", "row", 1, 1),
            new() { MaxSize = 3, MaxDelay = TimeSpan.FromMinutes(1) },
            HalveUnlessNegative,
            result => result[0]);

        var requests = new float[] { 2, -1, 6 }.Select(value => lane.Add([value], CancellationToken.None)).ToArray();

        Assert.Equal(1, await requests[0].WaitAsync(Patience));
        Assert.Equal("-1", (await Assert.ThrowsAsync<InvalidOperationException>(() => requests[1].WaitAsync(Patience))).Message);
        Assert.Equal(3, await requests[2].WaitAsync(Patience));
        lane.Close();
        lane.Join();
    }

    [Fact]
    public void Options_OutOfRange_AreRejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Batcher(model, new() { MaxSize = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Batcher(model, new() { MaxWaiting = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Batcher(model, new() { MaxDelay = TimeSpan.FromMilliseconds(-1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Batcher(model, new() { MaxDelay = TimeSpan.FromHours(1) }));
    }

    private static void HalveUnlessNegative(ReadOnlySpan<float> rows, Span<float> results)
    {
        for (var i = 0; i < rows.Length; i++)
            results[i] = rows[i] >= 0 ? rows[i] / 2 : throw new InvalidOperationException($"{rows[i]}");
    }
}
