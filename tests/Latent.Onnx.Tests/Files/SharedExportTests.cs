using Latent.Tests;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>Several graphs of one model over one file of weights: all are compared, and all appear or none.</summary>
public sealed class SharedExportTests : IDisposable
{
    private static readonly Inputs Row = Inputs.Create(("x", [Dim.Batch, 6]));
    private static readonly Inputs Code = Inputs.Create(("code", [Dim.Batch, 2]));

    private readonly TemporaryFolder folder = new();
    private readonly Pair model;

    public SharedExportTests()
    {
        manual_seed(11);
        model = new Pair();
        model.eval();
    }

    private NamedGraph Encode => new("encode", new Encoding(model), Row);

    private NamedGraph Decode => new("decode", new Decoding(model), Code);

    private NamedGraph Reconstruct => new("reconstruct", new Reconstruction(model), Row);

    public void Dispose()
    {
        model.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(0)]
    public void Export_OfSeveralGraphs_ComparesEachOverOneFileOfWeights(long sharingFrom)
    {
        var options = new ExportOptions { SharingFrom = sharingFrom, Converters = WithBend(2) };

        var reports = OnnxExporter.Export(
            model,
            [Encode with { Options = options }, Decode with { Options = options }, Reconstruct with { Options = options }],
            folder.Path);

        Assert.Equal(["decode.onnx", "encode.onnx", "reconstruct.onnx", "weights.bin"], Names());
        Assert.Equal([folder["encode.onnx"], folder["decode.onnx"], folder["reconstruct.onnx"]], reports.Select(report => report.Path));
        Assert.All(reports, report => Assert.True(report.Parity!.Agrees));
        Assert.All(reports, report => Assert.Equal(new FileInfo(folder["weights.bin"]).Length, report.ExternalBytes));
        Assert.True(OnnxExporter.Verify(model, new Decoding(model), folder["decode.onnx"], [[randn(5, 2)]], options).Agrees);
    }

    [Fact]
    public void Export_OfSeveralGraphs_HasTheBytesOfRecordedOnes()
    {
        OnnxExporter.Export(model, [Encode, Reconstruct], folder.Path, "shared.bin");

        using var recorded = new TemporaryFolder();
        var weights = new Files.WeightsFile("shared.bin");
        foreach (var graph in new[] { Encode, Reconstruct })
            OnnxExporter.Record(
                model,
                graph.Inputs,
                graph.Computation.Run,
                new ExportOptions { GraphName = graph.Name }).Save(recorded[$"{graph.Name}.onnx"], weights);
        weights.Save(recorded.Path);
        Assert.All(
            ["encode.onnx", "reconstruct.onnx", "shared.bin"],
            name => Assert.Equal(File.ReadAllBytes(recorded[name]), File.ReadAllBytes(folder[name])));
    }

    [Fact]
    public void Export_OfSeveralGraphsOfWhichOneDiffers_NamesItAndWritesNothing()
    {
        var wrong = new ExportOptions { Converters = WithBend(3) };

        var error = Assert.Throws<DivergenceException>(
            () => OnnxExporter.Export(model, [Encode with { Options = wrong }, Decode with { Options = wrong }], folder.Path));

        Assert.Equal("decode", error.Graph);
        Assert.StartsWith("Graph 'decode': Output 'y' differs by ", error.Message);
        Assert.Contains("of Bend at 'bend'.", error.Message);
        Assert.Empty(Names());
    }

    [Fact]
    public void Export_OfTwoGraphsWithOneName_IsRejected()
    {
        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(model, [Encode, Encode], folder.Path));

        Assert.Equal("Two files have the name 'encode.onnx'. Expected a name of its own for each graph.", error.Message);
    }

    [Fact]
    public void Export_OfAGraphInAnotherFolder_IsRejected()
    {
        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(model, [Encode with { Name = "../encode" }], folder.Path));

        Assert.Equal(
            "'../encode.onnx' is not a file name. Expected a name without folders, as all files lie in one folder.", error.Message);
    }

    [Fact]
    public void Export_OfSeveralGraphsThatIsEnded_LeavesNothing()
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

        Assert.Throws<OperationCanceledException>(
            () => OnnxExporter.Export(model, [Encode with { Options = options }], folder.Path, cancellation: source.Token));

        Assert.Empty(Names());
    }

    private static ConverterRegistry WithBend(float factor) => ConverterRegistry.Default.With<Bend>((_, _, x) => x * factor);

    private IEnumerable<string?> Names() =>
        Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private sealed class Pair : Module
    {
        public Pair()
            : base(nameof(Pair)) => RegisterComponents();

        public Linear Encoder { get; } = Linear(6, 2);

        public Linear Decoder { get; } = Linear(2, 6);

        public Bend Bend { get; } = new();

        protected override void RegisterComponents()
        {
            register_module("encoder", Encoder);
            register_module("bend", Bend);
            register_module("decoder", Decoder);
        }
    }

    private sealed class Bend() : Module<Tensor, Tensor>(nameof(Bend))
    {
        public override Tensor forward(Tensor input) => input * 2;
    }

    private sealed record Encoding(Pair Model) : IComputation
    {
        public IReadOnlyList<(string Name, V Value)> Run<V>(IReadOnlyList<V> inputs)
            where V : struct, IValue<V> => [("code", inputs[0].Apply(Model.Encoder))];
    }

    private sealed record Decoding(Pair Model) : IComputation
    {
        public IReadOnlyList<(string Name, V Value)> Run<V>(IReadOnlyList<V> inputs)
            where V : struct, IValue<V> => [("y", inputs[0].Apply(Model.Bend).Apply(Model.Decoder))];
    }

    private sealed record Reconstruction(Pair Model) : IComputation
    {
        public IReadOnlyList<(string Name, V Value)> Run<V>(IReadOnlyList<V> inputs)
            where V : struct, IValue<V> => [("y", inputs[0].Apply(Model.Encoder).Apply(Model.Decoder))];
    }
}
