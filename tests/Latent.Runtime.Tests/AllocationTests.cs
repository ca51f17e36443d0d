using Latent.Runtime.Tests.Models;

namespace Latent.Runtime.Tests;

public sealed class AllocationTests : IDisposable
{
    private const int Calls = 200;

    private readonly TinyModel tiny = new(variational: true);
    private readonly TemporaryModel files;
    private readonly Autoencoder model;

    public AllocationTests()
    {
        files = new(
            tiny,
            manifest => manifest with { Input = manifest.Input with { Image = new() { Channels = 1, Height = 2, Width = 3 } } });
        model = files.Load(new() { MaxBatch = 16 });
    }

    public void Dispose()
    {
        model.Dispose();
        files.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(100)]
    public void SpanOperations_SteadyState_AllocateNothing(int count)
    {
        var rows = tiny.Rows(count);
        var (mean, logVariance) = (new float[count * 2], new float[count * 2]);
        var (reconstructed, errors) = (new float[rows.Length], new float[rows.Length]);
        var scores = new float[count];
        var verdicts = new Verdict[count];
        var path = new float[7 * 6];

        AssertNoAllocation(() => model.Encode(rows, mean, logVariance));
        AssertNoAllocation(() => model.Encode(rows, mean));
        AssertNoAllocation(() => model.Decode(mean, reconstructed));
        AssertNoAllocation(() => model.Reconstruct(rows, reconstructed));
        AssertNoAllocation(() => model.Score(rows, scores));
        AssertNoAllocation(() => model.Score(rows, scores, errors));
        AssertNoAllocation(() => model.Detect(rows, verdicts));
        AssertNoAllocation(() => model.Detect(rows, verdicts, Threshold.FalsePositiveRate(0.05)));
        AssertNoAllocation(() => model.HeatMap(rows, errors));
        AssertNoAllocation(() => model.Sample(reconstructed, seed: 1));
        AssertNoAllocation(() => model.Sample(reconstructed, seed: 1, temperature: 0.7, truncation: 1.5));
        AssertNoAllocation(() => model.Interpolate(rows.AsSpan(0, 6), rows.AsSpan(0, 6), path));
        AssertNoAllocation(() => model.SamplePosterior(rows, mean, seed: 1));
    }

    [Fact]
    public void SpanOperations_OtherMemoryAtEveryCall_AllocateNothing()
    {
        var rows = tiny.Rows(200);
        var reconstructed = new float[rows.Length];
        var turn = 0;

        AssertNoAllocation(() =>
        {
            var count = 1 + turn % 3;
            var start = turn++ % 50 * 6;
            model.Reconstruct(rows.AsSpan(start, count * 6), reconstructed.AsSpan(start, count * 6));
        });
    }

    private static void AssertNoAllocation(Action call)
    {
        for (var i = 0; i < Calls; i++)
            call();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
            call();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
