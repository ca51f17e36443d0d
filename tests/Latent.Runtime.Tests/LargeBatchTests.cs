using Latent.Runtime.Tests.Models;

namespace Latent.Runtime.Tests;

// Measures the memory of the process, so it must run alone.
[Collection(nameof(AloneCollection))]
public sealed class LargeBatchTests
{
    private const int Count = 100_000;

    // Scoring takes about 1 MB in parts and 57 MB all at once.
    private const long Bound = 16 * 1024 * 1024;

    [Fact]
    public void Score_HundredThousandRows_RunsInPartsWithBoundedMemory() => Assert.InRange(GrowthOfScore(new()), 0, Bound);

    [Fact]
    public void Score_HundredThousandRowsAtOnce_TakesMoreThanTheBound() =>
        Assert.InRange(GrowthOfScore(new() { MaxBatch = Count }), Bound, long.MaxValue);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void EveryOperation_AnyBatchLimit_GivesTheSameNumbers(int maxBatch)
    {
        var tiny = new TinyModel(variational: true);
        using var files = new TemporaryModel(tiny);
        using var model = files.Load(new() { MaxBatch = maxBatch });
        var rows = tiny.Rows(101);

        var codes = model.Encode(rows);
        var scores = model.Score(rows, withErrors: true);

        Close.AssertEqual(tiny.Encode(rows), codes.Mean);
        Close.AssertEqual(tiny.LogVariance(rows), codes.LogVariance);
        Close.AssertEqual(tiny.Decode(codes.Mean), model.Reconstruct(rows));
        Close.AssertEqual(tiny.Scores(rows), scores.Values);
        Close.AssertEqual(tiny.Errors(rows), scores.Errors);
    }

    private static long GrowthOfScore(RuntimeOptions options)
    {
        var tiny = new TinyModel(inputSize: 64, latentSize: 8);
        using var files = new TemporaryModel(tiny);
        using var model = files.Load(options);
        var rows = tiny.Rows(Count);
        var scores = new float[Count];
        model.Score(rows.AsSpan(0, 64), scores.AsSpan(0, 1));

        var growth = WorkingSetWatch.GrowthDuring(() => model.Score(rows, scores));

        Close.AssertEqual(tiny.Scores(rows[^640..]), scores.AsSpan(Count - 10));
        return growth;
    }
}
