using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Latent.Runtime.Tests.Models;

namespace Latent.Runtime.Tests;

public sealed class StreamTests : IDisposable
{
    private const int MaxBatch = 4;
    private static readonly TinyModel Tiny = new();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryModel files = new(Tiny);
    private readonly Autoencoder model;

    public StreamTests() => model = files.Load(new() { MaxBatch = MaxBatch });

    public void Dispose()
    {
        model.Dispose();
        files.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9)]
    public async Task DetectAsync_ItemsOfAnySize_GiveTheVerdictsInOrder(int rowsPerItem)
    {
        var rows = Tiny.Rows(18);
        var scores = Tiny.Scores(rows);

        var verdicts = await Collect(model.DetectAsync(Items(rows, rowsPerItem), Threshold.Quantile(0.9)));

        Assert.Equal(Enumerable.Range(0, 18).Select(row => (long)row), verdicts.Select(verdict => verdict.Row));
        Close.AssertEqual(scores, verdicts.Select(verdict => verdict.Score).ToArray());
        Assert.All(verdicts, verdict => Assert.Equal(0.1, verdict.Threshold));
    }

    [Fact]
    public async Task DetectAsync_EnumeratedTwice_CountsFromZeroAgain()
    {
        var stream = model.DetectAsync(Items(Tiny.Rows(5), 1));

        Assert.Equal(await Collect(stream), await Collect(stream));
    }

    [Fact]
    public async Task EncodeAndReconstructAsync_Rows_AreTheOperations()
    {
        var rows = Tiny.Rows(7);

        var (codes, reconstructed) = (await Collect(model
            .EncodeAsync(Items(rows, 1))), await Collect(model.ReconstructAsync(Items(rows, 2))));

        Close.AssertEqual(Tiny.Encode(rows), Joined(codes));
        Close.AssertEqual(Tiny.Decode(Tiny.Encode(rows)), Joined(reconstructed));
    }

    [Fact]
    public async Task DetectAsync_RowThatIsWaitedFor_DelaysNoVerdictBeforeIt()
    {
        var channel = Channel.CreateUnbounded<ReadOnlyMemory<float>>();
        await using var verdicts = model.DetectAsync(channel.Reader.ReadAllAsync()).GetAsyncEnumerator();

        for (var row = 0; row < 3; row++)
        {
            channel.Writer.TryWrite(Tiny.Rows(1));
            Assert.True(await verdicts.MoveNextAsync().AsTask().WaitAsync(Patience));
            Assert.Equal(row, verdicts.Current.Row);
        }
        channel.Writer.Complete();
        Assert.False(await verdicts.MoveNextAsync().AsTask().WaitAsync(Patience));
    }

    [Fact]
    public async Task DetectAsync_EndlessRows_ReadsNoFurtherThanABatchAhead()
    {
        var read = 0;
        var verdicts = 0;

        await foreach (var _ in model.DetectAsync(Endless(() => read++)))
        {
            Assert.InRange(read - verdicts, 0, MaxBatch + 1);
            if (++verdicts == 1000)
                break;
        }
    }

    [Fact]
    public async Task DetectAsync_SourceReusesItsMemory_IsReadInTime()
    {
        var rows = Tiny.Rows(6);

        var verdicts = await Collect(model.DetectAsync(OneBuffer(rows)));

        Close.AssertEqual(Tiny.Scores(rows), verdicts.Select(verdict => verdict.Score).ToArray());
    }

    [Fact]
    public async Task DetectAsync_Cancelled_EndsWhileItWaits()
    {
        using var stop = new CancellationTokenSource();
        var channel = Channel.CreateUnbounded<ReadOnlyMemory<float>>();
        channel.Writer.TryWrite(Tiny.Rows(1));
        var seen = 0;

        var run = Task.Run(async () =>
        {
            await foreach (var _ in model.DetectAsync(channel.Reader.ReadAllAsync(), cancellation: stop.Token))
            {
                seen++;
                await stop.CancelAsync();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Patience));
        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task DetectAsync_LeftWhileTheSourceWaits_EndsTheSource()
    {
        var channel = Channel.CreateUnbounded<ReadOnlyMemory<float>>();
        channel.Writer.TryWrite(Tiny.Rows(1));

        var run = Task.Run(async () =>
        {
            await foreach (var _ in model.DetectAsync(channel.Reader.ReadAllAsync()))
                break;
        });

        await run.WaitAsync(Patience);
    }

    [Fact]
    public async Task DetectAsync_PartOfARow_GivesTheVerdictsBeforeItAndSaysSo()
    {
        var verdicts = new List<Verdict>();

        var error = await Assert.ThrowsAsync<ShapeException>(async () =>
        {
            await foreach (var verdict in model.DetectAsync(Items([.. Tiny.Rows(MaxBatch), 1, 2], 1)))
                verdicts.Add(verdict);
        });

        Assert.Equal(
            """
            An item of the stream is not a whole number of rows.
            Where: DetectAsync, argument 'rows'
            Expected: a multiple of 6 values, 6 per row
            Received: 2 values
            Fix: yield one or more whole rows at a time.
            """,
            error.Message);
        Assert.Equal(MaxBatch, verdicts.Count);
    }

    [Fact]
    public void DetectAsync_UnlistedQuantile_IsRejectedAtOnce() =>
        Assert.Throws<InputException>(() => model.DetectAsync(Items(Tiny.Rows(1), 1), Threshold.Quantile(0.5)));

    private static async Task<List<T>> Collect<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }

    private static float[] Joined(IEnumerable<ReadOnlyMemory<float>> rows) => [.. rows.SelectMany(row => row.ToArray())];

    private static async IAsyncEnumerable<ReadOnlyMemory<float>> Items(float[] values, int rowsPerItem)
    {
        foreach (var item in values.Chunk(rowsPerItem * Tiny.InputSize))
            yield return item;
        await Task.CompletedTask;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<float>> Endless(
        Action count,
        [EnumeratorCancellation] CancellationToken stop = default)
    {
        var row = Tiny.Rows(1);
        while (!stop.IsCancellationRequested)
        {
            count();
            yield return row;
        }
        await Task.CompletedTask;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<float>> OneBuffer(float[] rows)
    {
        var buffer = new float[Tiny.InputSize];
        foreach (var row in rows.Chunk(Tiny.InputSize))
        {
            row.CopyTo(buffer, 0);
            yield return buffer;
            buffer.AsSpan().Fill(float.NaN);
        }
        await Task.CompletedTask;
    }
}
