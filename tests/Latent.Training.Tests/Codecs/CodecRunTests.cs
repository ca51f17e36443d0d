using Latent.Bundles;
using Latent.Codecs;
using Latent.Data;
using Latent.Runtime;
using Latent.Tests;
using Latent.Training.Binding;
using Microsoft.ML.OnnxRuntime;

namespace Latent.Training.Tests.Codecs;

public sealed class CodecRunTests : IClassFixture<CodecRunTests.TrainedCodec>
{
    // The PSNR of a uniformly gray image, far below what a codec for these images reaches in training.
    private const double MinPsnr = 14;

    private readonly TrainedCodec trained;

    public CodecRunTests(TrainedCodec trained) => this.trained = trained;

    private static ReadOnlySpan<float> Digit => TinyCodec.Digits.Test.Row(0);

    [Fact]
    public void Execute_OfACodec_WritesABundleThatTheRuntimeVerifies()
    {
        using var model = Autoencoder.Load(trained.Folder);

        Assert.True(model.Verify().Passed);
        Assert.Equal(["analysis", "synthesis"], model.Manifest.Graphs.Keys.Order());
        Assert.Equal("codec", model.Manifest.Family);
        Assert.InRange(trained.Outcome.ParityMaxDifference, 0, 1e-4);
        Assert.Throws<UnsupportedOperationException>(() => model.Encode(Digit.ToArray()));
    }

    [Fact]
    public void Metrics_OfEachRate_RiseInSizeAndQuality()
    {
        var metrics = trained.Outcome.Metrics;

        Assert.True(metrics["rate_00_bits_per_pixel"] < metrics["rate_02_bits_per_pixel"]);
        Assert.True(metrics["rate_00_psnr"] < metrics["rate_02_psnr"]);
        Assert.InRange(metrics["rate_02_psnr"], MinPsnr, 40);
        Assert.InRange(metrics["rate_02_ms_ssim"], 0.5, 1);
    }

    [Fact]
    public void Decompress_WhatCompressGave_LooksLikeTheImage()
    {
        using var codec = ImageCodec.Load(trained.Folder);

        var file = codec.Compress(Digit, 28, 28, rate: 2);
        var image = codec.Decompress(file);

        Assert.Equal((28, 28), (image.Width, image.Height));
        Assert.InRange(Latent.Training.Codecs.ImageQuality.Psnr(Digit, image.Pixels), MinPsnr, 60);
        Assert.All(image.Pixels, pixel => Assert.InRange(pixel, 0, 1));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(27, 5)]
    [InlineData(3, 50)]
    public void Decompress_OfAnySize_GivesThatSize(int width, int height)
    {
        using var codec = ImageCodec.Load(trained.Folder);
        using var stream = new MemoryStream();

        codec.Compress(new float[width * height], width, height, stream);
        stream.Position = 0;

        var image = codec.Decompress(stream);
        Assert.Equal((width, height, width * height), (image.Width, image.Height, image.Pixels.Length));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Decompress_WithOtherThreads_GivesTheImageToTheSameGrayLevels(int threads)
    {
        using var one = ImageCodec.Load(trained.Folder);
        using var other = ImageCodec.Load(trained.Folder, new RuntimeOptions { Threads = threads });

        var file = one.Compress(Digit, 28, 28);

        Assert.Equal(Levels(one.Decompress(file)), Levels(other.Decompress(file)));
        Assert.Equal(file, one.Compress(Digit, 28, 28));
    }

    [Theory]
    [InlineData(GraphOptimizationLevel.ORT_DISABLE_ALL, 1)]
    [InlineData(GraphOptimizationLevel.ORT_ENABLE_BASIC, 2)]
    [InlineData(GraphOptimizationLevel.ORT_ENABLE_EXTENDED, 1)]
    [InlineData(GraphOptimizationLevel.ORT_ENABLE_ALL, 4)]
    public void Decode_LatentsOfAnyOptimizationLevel_AreExactlyThoseThatWereCoded(GraphOptimizationLevel level, int threads)
    {
        var model = EntropyModel.Read(Path.Combine(trained.Folder, "entropy.bin"));
        var (coder, quantizer) = (new LatentCoder(model), new Quantizer(model));
        var latents = quantizer.Quantize(Analyse(level, threads), rate: 1, rows: 7, columns: 7);

        Assert.Equal(latents.Values, coder.Decode(coder.Encode(latents, 1), 1, 7, 7).Values);
    }

    [Fact]
    public void Decompress_AFileOfAnotherModel_SaysWhichModelItNeeds()
    {
        using var codec = ImageCodec.Load(trained.Folder);
        var other = new CompressedFile(0, 28, 28, "00000000000000ff", new byte[3]).ToBytes();

        var error = Assert.Throws<CompressedException>(() => codec.Decompress(other));

        Assert.Equal(CompressedFault.OtherModel, error.Fault);
        Assert.Equal(
            "The compressed image was written by another model.\nWhere: Decompress\n" +
            $"Expected: the model {codec.Bundle.Digest[..16]}..., which is 'tiny-codec'\n" +
            "Received: 00000000000000ff...\nFix: decompress it with the bundle that compressed it.",
            error.Message);
    }

    [Fact]
    public void Decompress_ARateThatTheModelDoesNotHave_SaysAltered()
    {
        using var codec = ImageCodec.Load(trained.Folder);
        var file = new CompressedFile(9, 28, 28, codec.Bundle.Digest[..16], new byte[3]).ToBytes();

        Assert.Equal(CompressedFault.Altered, Assert.Throws<CompressedException>(() => codec.Decompress(file)).Fault);
    }

    [Fact]
    public void Compress_WhatCannotBe_SaysWhy()
    {
        using var codec = ImageCodec.Load(trained.Folder);

        Assert.Equal(
            "The rate is out of range.\nWhere: Compress, argument 'rate'\nExpected: 0 to 2\nReceived: 3\nFix: " +
            "choose a rate in this range: a higher rate gives a better image and a larger file.",
            Assert.Throws<InputException>(() => codec.Compress(Digit, 28, 28, rate: 3)).Message);
        Assert.Equal("pixels", Assert.Throws<ShapeException>(() => codec.Compress(Digit, 28, 27)).Argument);
        Assert.Equal("width", Assert.Throws<ShapeException>(() => codec.Compress([], 0, 0)).Argument);
        Assert.Equal("pixels", Assert.Throws<InputException>(() => codec.Compress([float.NaN], 1, 1)).Argument);
        codec.Dispose();
        Assert.Throws<ObjectDisposedException>(() => codec.Compress(Digit, 28, 28));
    }

    [Fact]
    public void Load_OfABundleThatIsNoCodec_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var outcome = TrainingRun.Execute(TinyRuns.Dense, TinyRuns.Digits, new TrainingRunOptions { OutputFolder = folder.Path });

        Assert.StartsWith(
            "The bundle is not a codec.",
            Assert.Throws<BundleException>(() => ImageCodec.Load(outcome.Folder)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "patch": 20, "widths": [8, 8] }""", "options must have a patch that is a multiple of the stride, 8. Received: 20.")]
    [InlineData("""{ "patch": 32 }""", "options.patch must be at most the shorter side of an image. " +
        "Received: 32, and images of synthetic:digits have 28 x 28 pixels.")]
    [InlineData("""{ "kernel": 4 }""", "options must have an odd kernel. Received: 4.")]
    [InlineData(
        """{ "widths": [4], "latent": 17, "patch": 16 }""",
        "options must have a latent of at most 16, the square of the stride, with skip. Received: 17.")]
    public void Execute_OfOptionsThatDoNotFit_SaysWhichWould(string options, string message)
    {
        using var folder = new TemporaryFolder();
        var recipe = TinyCodec.Recipe with { Options = TinyRuns.Options(options) };

        var error = Assert.Throws<RecipeException>(
            () => TrainingRun.Execute(recipe, TinyCodec.Digits, new TrainingRunOptions { OutputFolder = folder.Path }));

        Assert.EndsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Execute_OfRowsThatAreNoImages_SaysWhatACodecTakes()
    {
        using var folder = new TemporaryFolder();
        var rows = new Dataset("table", [4], [.. Enumerable.Range(0, 64).Select(position => (float)position)]);

        var error = Assert.Throws<RecipeException>(() => TrainingRun.Execute(
            TinyCodec.Recipe, new DataSplits(rows, rows, rows), new TrainingRunOptions { OutputFolder = folder.Path }));

        Assert.Contains("a codec takes grayscale images in [0, 1]. Received: table, rows of shape [4].", error.Message,
            StringComparison.Ordinal);
    }

    private float[] Analyse(GraphOptimizationLevel level, int threads)
    {
        using var options = new SessionOptions { GraphOptimizationLevel = level, IntraOpNumThreads = threads };
        using var session = new InferenceSession(Path.Combine(trained.Folder, "analysis.onnx"), options);
        using var run = new RunOptions();
        using var input = OrtValue.CreateTensorValueFromMemory(Digit.ToArray(), [1, 1, 28, 28]);
        using var outputs = session.Run(run, session.InputNames, [input], session.OutputNames);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static double[] Levels(GrayImage image) => [.. image.Pixels.Select(Latent.Training.Codecs.ImageQuality.Level)];

    /// <summary>A bundle that all tests share.</summary>
    public sealed class TrainedCodec : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public TrainedCodec()
            => Outcome = TrainingRun.Execute(TinyCodec.Recipe, TinyCodec.Digits, new TrainingRunOptions { OutputFolder = folder.Path });

        public TrainingOutcome Outcome { get; }

        public string Folder => Outcome.Folder;

        public void Dispose() => folder.Dispose();
    }
}
