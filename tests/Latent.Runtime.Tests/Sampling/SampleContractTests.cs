using Latent.Runtime.Tests.Models;

namespace Latent.Runtime.Tests;

/// <summary>The same seed gives the same codes to the last bit: tested with an identity decoder.</summary>
public sealed class SampleContractTests : IDisposable
{
    private const int Size = 5;
    private const int Count = 101;
    private const long Seed = 42;
    private const double Truncation = 0.8;

    private readonly TemporaryModel files = new(new TinyModel(Size, Size, variational: true), golden: false);

    public SampleContractTests()
    {
        var graph = Path.Combine(files.Folder, "decode.onnx");
        var manifest = Path.Combine(files.Folder, "bundle.json");
        new OnnxFile("decode").Input("code", OnnxFile.Float, "batch", Size).Node("Identity", "reconstruction", "code")
            .Output("reconstruction", OnnxFile.Float, "batch", Size)
            .Save(graph);
        File.WriteAllText(manifest, File.ReadAllText(manifest)
            .Replace($"\"size\": {files.Bundle.Manifest.Graphs["decode"].Size}", $"\"size\": {new FileInfo(graph).Length}"));
    }

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(64, 2)]
    [InlineData(1000, 0)]
    public void Sample_AnyBatchLimitAndThreads_GivesTheSameBits(int maxBatch, int threads)
    {
        using var model = Load(new() { MaxBatch = maxBatch, Threads = threads });

        Assert.Equal(Expected(truncation: null), model.Sample(Count, Seed));
        Assert.Equal(Expected(Truncation), model.Sample(Count, Seed, truncation: Truncation));
    }

    [Fact]
    public void Sample_FewerOrMoreRows_BeginsWithTheSameBits()
    {
        using var model = Load(new());

        Assert.Equal(Expected(Truncation)[..(7 * Size)], model.Sample(7, Seed, truncation: Truncation));
        Assert.Equal(Expected(Truncation), model.Sample(3 * Count, Seed, truncation: Truncation)[..(Count * Size)]);
    }

    [Fact]
    public void Sample_FromManyThreads_GivesTheSameBits()
    {
        using var model = Load(new() { MaxBatch = 10 });
        var expected = Expected(Truncation);

        Parallel.For(0, 64, _ => Assert.Equal(expected, model.Sample(Count, Seed, truncation: Truncation)));
    }

    // The digests of the files no longer match.
    private Autoencoder Load(RuntimeOptions options) => files.Load(options with { VerifyHashes = false });

    private static float[] Expected(double? truncation)
    {
        var stream = new PhiloxStream(Seed);
        return [.. Enumerable.Range(0, Count * Size)
            .Select(position => truncation is { } bound ? stream.TruncatedGaussian(position, bound) : stream.Gaussian(position))];
    }
}
