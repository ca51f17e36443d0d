using System.Globalization;
using Latent.Bundles;
using Latent.Runtime.Tests.Models;

namespace Latent.Runtime.Tests;

public sealed class BadInputTests : IDisposable
{
    private static readonly TinyModel Tiny = new();

    private readonly TemporaryModel files = new(Tiny);
    private readonly Autoencoder model;

    public BadInputTests() => model = files.Load();

    public void Dispose()
    {
        model.Dispose();
        files.Dispose();
    }

    [Fact]
    public void Encode_PartOfARow_SaysHowLongARowIs() => Assert.Equal(
        """
        The values are not a whole number of rows.
        Where: Encode, argument 'rows'
        Expected: a multiple of 6 values, 6 per row
        Received: 7 values
        Fix: pass whole rows of this model's size, one after the other.
        """,
        Assert.Throws<ShapeException>(() => model.Encode(new float[7])).Message);

    [Fact]
    public void AnyOperation_NoRow_SaysSo()
    {
        Assert.Equal(
            """
            There are no rows.
            Where: Detect, argument 'rows'
            Expected: at least one row of 6 values
            Received: 0 values
            Fix: do not call with an empty batch.
            """,
            Assert.Throws<ShapeException>(() => model.Detect([])).Message);
        Assert.Throws<ShapeException>(() => model.Encode([]));
        Assert.Throws<ShapeException>(() => model.Decode([]));
        Assert.Throws<ShapeException>(() => model.Reconstruct([]));
        Assert.Throws<ShapeException>(() => model.Score([]));
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void Score_NotFinite_NamesRowAndFeature(float value, string written)
    {
        var rows = Tiny.Rows(40);
        rows[3 * 6 + 5] = value;

        var exception = Assert.Throws<InputException>(() => model.Score(rows));

        Assert.Equal(
            $"""
            A value is not finite.
            Where: Score, argument 'rows'
            Expected: finite numbers
            Received: {written} at row 3, feature 5
            Fix: replace missing or infinite values before the call.
            """,
            exception.Message);
        Assert.Equal("rows", exception.Argument);
    }

    [Fact]
    public void Score_NotFiniteAnywhere_IsFound()
    {
        for (var position = 0; position < 60; position++)
        {
            var rows = Tiny.Rows(10);
            rows[position] = float.NaN;
            Assert.Contains(
                $"NaN at row {position / 6}, feature {position % 6}",
                Assert.Throws<InputException>(() => model.Score(rows)).Message);
        }
    }

    [Fact]
    public void Score_NotFiniteInANamedFeature_NamesIt()
    {
        using var named = new TemporaryModel(Tiny, manifest => manifest with
        {
            Input = manifest.Input with { Features = ["age", "height", "weight", "pulse", "oxygen", "sugar"] },
        });
        using var loaded = named.Load();
        var rows = Tiny.Rows(1);
        rows[3] = float.NaN;

        Assert.Contains("Received: NaN at row 0, feature 3 ('pulse')\n", Assert.Throws<InputException>(() => loaded.Score(rows)).Message);
    }

    [Fact]
    public void Decode_NotFinite_IsRejected() => Assert.Contains(
        "Where: Decode, argument 'codes'", Assert.Throws<InputException>(() => model.Decode([1, float.NaN])).Message);

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(0)]
    public void Reconstruct_DestinationOfAnotherLength_SaysWhichItShouldHave(int length) => Assert.Equal(
        $"""
        The destination does not have the size of the result.
        Where: Reconstruct, argument 'reconstruction'
        Expected: 6 values, 6 for each of 1 rows
        Received: {length} values
        Fix: pass a span of exactly this length.
        """,
        Assert.Throws<ShapeException>(() => model.Reconstruct(Tiny.Rows(1), new float[length])).Message);

    [Fact]
    public void Detect_DestinationOfAnotherLength_SaysWhichItShouldHave() => Assert.Contains(
        "Expected: 2 verdicts\nReceived: 3 verdicts", Assert.Throws<ShapeException>(() => model.Detect(Tiny.Rows(2), new Verdict[3]))
            .Message);

    [Fact]
    public void Encode_LogVarianceOfAFamilyWithout_SaysSo() => Assert.Equal(
        """
        The family 'dense' has no log variance.
        Where: Encode, model 'tiny'
        Expected: an output of role log_variance
        Received: none
        Fix: use a family that has one, or an operation that does not need it.
        """,
        Assert.Throws<UnsupportedOperationException>(() => model.Encode(Tiny.Rows(1), new float[2], new float[2])).Message);

    [Fact]
    public void Interpolate_TwoRowsForOne_IsRejected() => Assert.Contains(
        "Where: Interpolate, argument 'to'\nExpected: 6 values\nReceived: 12 values",
        Assert.Throws<ShapeException>(() => model.Interpolate(Tiny.Rows(1), Tiny.Rows(2), 3)).Message);

    [Fact]
    public void Interpolate_OneStep_IsRejected() => Assert.Contains(
        "Where: Interpolate, argument 'steps'\nExpected: 2 or more\nReceived: 1",
        Assert.Throws<InputException>(() => model.Interpolate(Tiny.Rows(1), Tiny.Rows(1), 1)).Message);

    [Fact]
    public void AnyOperation_DisposedModel_Throws()
    {
        model.Score(Tiny.Rows(1));
        model.Dispose();
        model.Dispose();

        Assert.Throws<ObjectDisposedException>(() => model.Encode(Tiny.Rows(1)));
        Assert.Throws<ObjectDisposedException>(() => model.Score(Tiny.Rows(1)));
        Assert.Throws<ObjectDisposedException>(() => model.Verify());
    }

    [Fact]
    public void Load_DamagedBundle_IsRejected()
    {
        File.AppendAllText(Path.Combine(files.Folder, "weights.bin"), "x");

        Assert.Throws<BundleException>(() => files.Load());
    }

    [Fact]
    public void Load_TokensForRows_IsRejected()
    {
        using var tokens = new TemporaryModel(Tiny, manifest => manifest with
        {
            Graphs = manifest.Graphs.ToDictionary(
                graph => graph.Key,
                graph => graph.Key == "encode"
                    ? graph.Value with { Inputs = [graph.Value.Inputs[0] with { DType = DataType.Int64 }] }
                    : graph.Value),
        });

        Assert.Equal(
            $"""
            A graph has a tensor that does not hold rows of float32.
            Where: {Path.Combine(tokens.Folder, "bundle.json")}, $.graphs.encode, tensor 'x'
            Expected: dtype float32 and a shape [batch, ...] with fixed sizes after the batch
            Received: dtype int64 and shape [batch, 6]
            Fix: run this graph with GraphSession, or update Latent.Runtime.
            """,
            Assert.Throws<BundleException>(() => tokens.Load()).Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[batch, sequence]")]
    [InlineData("[1, 6]")]
    [InlineData("[batch, 0]")]
    [InlineData("[batch, 9223372036854775807, 9223372036854775807, 3]")]
    public void Load_RankThatCannotBeFed_IsRejected(string written)
    {
        Dimension[] shape = [.. written.Trim('[', ']').Split(", ", StringSplitOptions.RemoveEmptyEntries)
            .Select(text => long.TryParse(text, CultureInfo.InvariantCulture, out var size) ? Dimension.Fixed(size) : Dimension.Symbolic(text))];
        using var odd = new TemporaryModel(Tiny, manifest => manifest with
        {
            Graphs = manifest.Graphs.ToDictionary(
                graph => graph.Key,
                graph => graph.Key == "encode"
                    ? graph.Value with { Inputs = [graph.Value.Inputs[0] with { Shape = shape }] }
                    : graph.Value),
        });

        Assert.Contains($"Received: dtype float32 and shape {written}\n", Assert.Throws<BundleException>(() => odd.Load()).Message);
    }

    [Fact]
    public void Load_ShapesThatDoNotFitTogether_IsRejected()
    {
        using var odd = new TemporaryModel(Tiny, manifest => manifest with { Latent = manifest.Latent with { Size = 3 } });

        Assert.Equal(
            $"""
            The shapes in the manifest do not match.
            Where: {Path.Combine(odd.Folder, "bundle.json")}, $.graphs.encode, tensor 'code'
            Expected: 3 values per row, from $.input.shape and $.latent.size
            Received: shape [batch, 2]
            Fix: write the bundle again with 'latent train', or obtain it again.
            """,
            Assert.Throws<BundleException>(() => odd.Load()).Message);
    }

    [Fact]
    public void Load_RolesMissing_ListsWhatThereIs()
    {
        using var odd = new TemporaryModel(Tiny, manifest => manifest with
        {
            Graphs = manifest.Graphs.ToDictionary(
                graph => graph.Key,
                graph => graph.Key == "encode"
                    ? graph.Value with { Outputs = [graph.Value.Outputs[0] with { Role = "latent" }] }
                    : graph.Value),
        });

        Assert.Contains(
            "Expected: an output of role mean or code\nReceived: 'code' of role latent\n", Assert.Throws<BundleException>(() => odd.Load())
                .Message);
    }

    [Fact]
    public void FirstCall_GraphThatIsNotWhatTheManifestSays_IsRejected()
    {
        using var odd = new TemporaryModel(Tiny, manifest => manifest with
        {
            Graphs = manifest.Graphs.ToDictionary(
                graph => graph.Key,
                graph => graph.Key == "encode"
                    ? graph.Value with { Inputs = [graph.Value.Inputs[0] with { Shape = ["batch", 3, 2] }] }
                    : graph.Value),
        });
        using var loaded = odd.Load();

        Assert.Equal(
            $"""
            A graph does not match the manifest.
            Where: {Path.Combine(odd.Folder, "encode.onnx")}
            Expected: 'x' of float32 [batch, 3, 2]
            Received: 'x' of float [?, 6]
            Fix: write the bundle again with 'latent train', or obtain it again.
            """,
            Assert.Throws<BundleException>(() => loaded.Encode(Tiny.Rows(1))).Message);
    }

    [Fact]
    public void FirstCall_GraphThatIsNoGraph_NamesTheFile()
    {
        var path = Path.Combine(files.Folder, "encode.onnx");
        File.WriteAllBytes(path, new byte[new FileInfo(path).Length]);
        using var loaded = files.Load(new() { VerifyHashes = false });

        var exception = Assert.Throws<BundleException>(() => loaded.Encode(Tiny.Rows(1)));

        Assert.StartsWith(
            $"A graph is damaged or is not an ONNX file.\nWhere: {path}\nExpected: a field number\nReceived: ",
            exception.Message);
        Assert.Equal(5, exception.Message.Split('\n').Length);
    }

    [Fact]
    public void FirstCall_GraphThatYieldsMoreRowsThanItTook_IsRejected()
    {
        var square = new TinyModel(inputSize: 6, latentSize: 6);
        using var odd = new TemporaryModel(square);
        var (graph, manifest) = (Path.Combine(odd.Folder, "encode.onnx"), Path.Combine(odd.Folder, "bundle.json"));
        new OnnxFile("encode").Input("x", OnnxFile.Float, "batch", 6)
            .Node("Relu", "half", "x").ConcatRows("code", "half", "half").Output("code", OnnxFile.Float, "rows", 6).Save(graph);
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(
            $"\"size\": {odd.Bundle.Manifest.Graphs["encode"].Size}", $"\"size\": {new FileInfo(graph).Length}"));
        using var loaded = odd.Load(new() { VerifyHashes = false });

        var exception = Assert.Throws<BundleException>(() => loaded.Encode(square.Rows(3)));

        Assert.StartsWith($"ONNX Runtime cannot run a graph.\nWhere: {graph}\n", exception.Message);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 0)]
    public void Load_OptionsOutOfRange_AreRejected(int threads, int maxBatch) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => files.Load(new() { Threads = threads, MaxBatch = maxBatch }));
}
