using Latent.Tests;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>Exports to files and streams, which appear only where ONNX Runtime agrees.</summary>
public sealed class FileExportTests : IDisposable
{
    private static readonly Inputs Row = Inputs.Create(("x", [Dim.Batch, 784]));

    private readonly TemporaryFolder folder = new();
    private readonly Sequential model;

    public FileExportTests()
    {
        manual_seed(6);
        model = Sequential(("hidden", Linear(784, 40)), ("bend", ReLU()), ("out", Linear(40, 3)));
        model.eval();
    }

    private string Target => folder["model.onnx"];

    public void Dispose()
    {
        model.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Export_AsTheReadmeShowsIt_ReportsNodesBytesAndParity()
    {
        var report = OnnxExporter.Export(model, Target, Inputs.Create(("x", [Dim.Batch, 784])), new ExportOptions { Opset = 17 });

        Assert.StartsWith(
            $"{Target}: opset 17, 3 nodes, 4 initializers, {new FileInfo(Target).Length:N0} bytes\n  y, batch 1: Float32 [1, 3], max abs ",
            report.ToString());
        Assert.Equal(["batch 1", "batch 3", "batch 8"], report.Parity!.Outputs.Select(output => output.Sample));
        Assert.All(report.Parity.Outputs, output => Assert.InRange(output.MaxAbsolute, 0, 1e-5));
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData(13)]
    [InlineData(21)]
    public void Export_ToAFile_HasTheBytesOfTheModelInMemory(int opset)
    {
        var options = new ExportOptions { Opset = opset, Metadata = new Dictionary<string, string> { ["who"] = "test" } };

        OnnxExporter.Export(model, Target, Row, options);
        OnnxExporter.Record(model, Row[0], options: options).Save(folder["memory.onnx"]);

        Assert.Equal(File.ReadAllBytes(folder["memory.onnx"]), File.ReadAllBytes(Target));
    }

    [Fact]
    public void Export_ToAStream_HasTheBytesOfTheFile()
    {
        using var stream = new MemoryStream();

        var report = OnnxExporter.Export(model, stream, Row);
        OnnxExporter.Export(model, Target, Row);

        Assert.Equal(File.ReadAllBytes(Target), stream.ToArray());
        Assert.StartsWith("stream: opset 17, 3 nodes", report.ToString());
    }

    [Fact]
    public void Export_WithExternalWeights_WritesOneAlignedFileBeside()
    {
        var report = OnnxExporter.Export(model, Target, Row, new ExportOptions { Weights = WeightPlacement.External });

        // hidden.weight 125,440 bytes from page 0, hidden.bias 160 and out.weight 480 and out.bias 12 on cache lines.
        Assert.Equal(126_144 + 12, report.ExternalBytes);
        Assert.Equal(report.ExternalBytes, new FileInfo(Target + ".data").Length);
        Assert.Equal(OnnxExporter.Record(model, Row[0]).ToString(), OnnxModel.Load(Target).ToString());
    }

    [Fact]
    public void Export_BeyondWhatAFileCanHave_PutsTheWeightsBeside()
    {
        var report = OnnxExporter.Export(model, Target, Row, new ExportOptions { SingleFileLimit = 100_000 });

        Assert.True(File.Exists(Target + ".data"));
        Assert.InRange(report.Bytes, 1, 100_000);
    }

    [Fact]
    public void Export_InsideBeyondWhatAFileCanHave_IsRejected()
    {
        var error = Assert.Throws<ExportException>(() =>
            OnnxExporter.Export(model, Target, Row, new ExportOptions { Weights = WeightPlacement.Inside, SingleFileLimit = 100_000 }));

        Assert.Equal(
            "The graph with its weights has 126471 bytes. The limit of a file is 100000: " +
            "place the weights beside it (WeightPlacement.Automatic or External).",
            error.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Export_ToAStreamWithWeightsBeside_IsRejected()
    {
        var error = Assert.Throws<ExportException>(() =>
            OnnxExporter.Export(model, new MemoryStream(), Row, new ExportOptions { Weights = WeightPlacement.External }));

        Assert.Equal(
            "The weights are to go beside the graph (External, 126471 bytes), and a stream holds one file. " +
            "Export to a file, or keep the weights inside and below 2147483647 bytes.",
            error.Message);
    }

    [Fact]
    public void Export_OfSeveralInputsAndOutputs_KeepsNamesAndSymbols()
    {
        using var pair = new Pair();
        pair.eval();
        var inputs = Inputs.Create(
            ("left", [Dim.Batch, Dim.Sequence, 4], ElementType.Float32), ("tokens", [Dim.Batch, Dim.Sequence], ElementType.Int64));

        var report = OnnxExporter.Export(pair, Target, inputs);

        Assert.Equal(["sum", "product"], report.Parity!.Outputs.Select(output => output.Output).Distinct());
        Assert.Equal(3, report.Parity.Outputs.Select(output => output.Sample).Distinct().Count());
        var text = OnnxModel.Load(Target).ToString();
        Assert.Contains("input left: float[batch, sequence, 4]\ninput tokens: int64[batch, sequence]\n", text);
        Assert.EndsWith("output sum: float[batch, sequence, 4]\noutput product: float[batch, sequence, 4]\n", text);
    }

    [Fact]
    public void Export_WithAnOutputName_UsesIt()
    {
        OnnxExporter.Export(model, Target, Row, new ExportOptions { Outputs = ["logits"] });

        Assert.EndsWith("output logits: float[batch, 3]\n", OnnxModel.Load(Target).ToString());
    }

    [Fact]
    public void Export_WithTooManyOutputNames_SaysHowManyThereAre()
    {
        var error = Assert.Throws<ExportException>(
            () => OnnxExporter.Export(model, Target, Row, new ExportOptions { Outputs = ["a", "b"] }));

        Assert.Equal("Sequential has 1 outputs. Received 2 names for them: a, b.", error.Message);
    }

    [Fact]
    public void Export_ThatIsCancelled_LeavesNothing()
    {
        Assert.Throws<OperationCanceledException>(
            () => OnnxExporter.Export(model, Target, Row, cancellation: new CancellationToken(canceled: true)));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Export_ThatIsCancelledWhileItWrites_LeavesNothing()
    {
        using var source = new CancellationTokenSource();
        var options = new ExportOptions
        {
            Create = path =>
            {
                source.Cancel();
                return File.Create(path);
            },
        };

        Assert.Throws<OperationCanceledException>(() => OnnxExporter.Export(model, Target, Row, options, source.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Record_ToAFile_SaysThatItIsNotCompared()
    {
        var report = OnnxExporter.Record(model, Target, Row);

        Assert.EndsWith("\nparity was not checked", report.ToString());
    }

    private sealed class Pair : PortableModel
    {
        private readonly Embedding table = Embedding(2, 4);

        public Pair()
            : base(nameof(Pair)) => RegisterComponents();

        public override IReadOnlyList<(string Name, V Value)> Run<V>(IReadOnlyList<V> inputs)
        {
            var known = inputs[1].Apply(table);
            return [("sum", inputs[0] + known), ("product", inputs[0] * known)];
        }
    }
}
