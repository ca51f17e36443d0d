using Latent.Onnx.Verification;
using Latent.Tests;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>A model that cannot be exported is one clear error, and leaves no file.</summary>
public sealed class BadInputTests : IDisposable
{
    private static readonly Inputs Row = Inputs.Create(("x", [Dim.Batch, 4]));

    private const string Reason =

        " has max_norm: TorchSharp rescales rows of its weights when it looks them up, and a graph cannot. " +

        "Expected none: rescale all rows once, by a call over every token, and copy the weights into a layer without max_norm.";

    private readonly TemporaryFolder folder = new();

    private string Target => folder["model.onnx"];

    public void Dispose()
    {
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        folder.Dispose();
    }

    [Fact]
    public void Export_OfAModelInTraining_SaysHowToEndIt()
    {
        using var model = Sequential(Linear(4, 2));

        Assert.Equal(
            "The model Sequential is in training mode: dropout and batch norm would differ from the graph. " +
            "Expected evaluation mode: call model.eval() first.",
            MessageOf(model));
    }

    [Fact]
    public void Export_IntoMemoryOfAModelInTraining_SaysTheSame()
    {
        using var model = Sequential(Linear(4, 2));

        Assert.Equal(
            "The model Sequential is in training mode: dropout and batch norm would differ from the graph. " +
            "Expected evaluation mode: call model.eval() first.",
            Assert.Throws<ExportException>(() => OnnxExporter.Record(model, Row[0])).Message);
    }

    [Fact]
    public void Export_WithALayerInTraining_NamesIt()
    {
        using var model = Evaluating.Create(Sequential(("first", Linear(4, 2)), ("drop", Dropout(0.5))));
        model.named_modules().Single(entry => entry.name == "drop").module.train();

        Assert.Equal(
            "Layer Dropout at 'drop' is in training mode: dropout and batch norm would differ from the graph. " +
            "Expected evaluation mode: call model.eval() first.",
            MessageOf(model));
    }

    [Fact]
    public void Export_OfATableWithALargestNorm_IsRejectedAndKeepsItsRows()
    {
        using var scope = NewDisposeScope();
        using var model = Evaluating.Create(Sequential(("words", Embedding(5, 3, max_norm: 0.1))));
        using var bag = Evaluating.Create(EmbeddingBag(5, 3, max_norm: 0.1));
        var rows = model.state_dict()["words.weight"].clone();
        var tokens = Inputs.Create(("tokens", [Dim.Batch, 2], ElementType.Int64));
        string MessageOf(Module layer) => Assert.Throws<ExportException>(() => OnnxExporter.Export(layer, Target, tokens)).Message;

        Assert.Equal("Embedding at 'words'" + Reason, MessageOf(model));
        Assert.Equal("EmbeddingBag" + Reason, MessageOf(bag));
        Assert.True(model.state_dict()["words.weight"].eq(rows).all().item<bool>());
    }

    [Fact]
    public void Export_OfMetaParameters_SaysThatTheyHaveNoValues()
    {
        using var model = Evaluating.Create(Sequential(("only", Linear(4, 2, device: META))));

        Assert.Equal("Parameter 'only.weight' is on the meta device and has no values. Load the weights first.", MessageOf(model));
    }

    [Fact]
    public void Check_OfAParameterOnAnotherDevice_SaysHowToMoveIt()
    {
        var error = Assert.Throws<ExportException>(() => ModelState.CheckDevice("only.weight", DeviceType.CUDA, "cuda:0"));

        Assert.Equal(
            "Parameter 'only.weight' is on the device cuda:0. Expected the CPU, where the export is compared with the model: " +
            "call model.cpu() first.",
            error.Message);
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void Export_OfWeightsThatAreNotFinite_NamesTheFirst(float value, string written)
    {
        using var model = Evaluating.Create(Sequential(("only", Linear(4, 300_000))));
        using (no_grad())
            model.state_dict()["only.weight"][299_999, 2] = value;

        Assert.Equal(
            $"Parameter 'only.weight' holds {written} at element 1199998. Expected finite weights: " +
            "the training run diverged, lower its learning rate.",
            MessageOf(model));
    }

    [Fact]
    public void Export_OfAMaskThatHidesNothingButHoldsNaN_NamesIt()
    {
        using var model = Evaluating.Create(new Masked());

        Assert.Equal(
            "Parameter 'mask' holds NaN at element 3. Expected finite weights: the training run diverged, lower its learning rate.",
            MessageOf(model));
    }

    [Fact]
    public void Export_OfAnUnknownLayer_SaysHowToRegisterIt()
    {
        using var model = Evaluating.Create(Sequential(("unknown", new UnknownLayer())));

        Assert.StartsWith("No converter for layer UnknownLayer at 'unknown' (opset 17). Registered: ", MessageOf(model));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(22)]
    public void Export_AtAnOpsetOutOfRange_SaysTheRange(int opset)
    {
        using var model = Evaluating.Create(Sequential(Linear(4, 2)));

        Assert.Equal(
            $"Opset {opset} is not supported. Expected 13 to 21; 17 runs everywhere.",
            MessageOf(model, new ExportOptions { Opset = opset }));
    }

    [Fact]
    public void Export_WithASymbolInPlaceOfFeatures_SaysWhatIsExpected()
    {
        using var model = Evaluating.Create(Sequential(("only", Linear(4, 2))));
        var error = Assert.Throws<ExportException>(
            () => OnnxExporter.Export(model, Target, Inputs.Create(("x", [Dim.Batch, Dim.Symbolic("features")]))));

        Assert.Equal("Linear expects 4 features, only.weight being [2, 4]. Received [batch, features].", error.Message);
    }

    [Fact]
    public void Export_ThatFlattensTwoSymbols_NamesTheSecond()
    {
        using var model = Evaluating.Create(Sequential(Flatten()));
        var error = Assert.Throws<ExportException>(
            () => OnnxExporter.Export(model, Target, Inputs.Create(("x", [Dim.Batch, Dim.Sequence, 4]))));

        Assert.Equal(
            "Flatten would merge or skip the symbolic dimension 'sequence'. Keep it in front: start_dim 1 for a batch.", error.Message);
    }

    [Fact]
    public void Export_WithTwoInputsOfOneLayer_SaysHowManyItTakes()
    {
        using var model = Evaluating.Create(Sequential(Linear(4, 2)));
        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(model, Target, Row.And("z", [Dim.Batch, 4])));

        Assert.Equal("Sequential takes 1 input. Received 2.", error.Message);
    }

    [Fact]
    public void Export_OfALayerInTrainingThatIsNotRegistered_SaysToRegisterIt()
    {
        using var model = Evaluating.Create(new Forgetful());

        Assert.Equal(
            "Layer Dropout is in training mode, and no module of the model registers it. Expected evaluation mode: " +
            "register it (RegisterComponents at the end of the constructor), so that model.eval() reaches it.",
            MessageOf(model));
    }

    [Fact]
    public void Export_OfAGraphThatOnnxRuntimeRejects_GivesItsReason()
    {
        using var model = Evaluating.Create(Sequential(("unknown", new UnknownLayer())));
        var converters = ConverterRegistry.Default.With<UnknownLayer>((graph, _, x) => graph.Node("NoSuchOperator", [x], x.Shape, x.Type));
        var message = MessageOf(model, new ExportOptions { Converters = converters });

        Assert.StartsWith("ONNX Runtime cannot load the graph: ", message);
        Assert.Contains("NoSuchOperator", message);
        Assert.EndsWith(". Expected a valid graph: check the converters of the layers that the message names.", message);
        Assert.DoesNotContain(folder.Path, message);
    }

    [Fact]
    public void Export_OfWhatHasNoFiniteNumber_SaysThatNothingCanBeCompared()
    {
        using var model = Evaluating.Create(new Blank());

        Assert.Equal(
            "TorchSharp gives no finite number for output 'y' at batch 1, so nothing can be compared. Expected finite values: " +
            "give samples that suit the model (ExportOptions.Parity.Samples), such as masks that hide some keys, not all.",
            MessageOf(model));
    }

    [Fact]
    public void Export_ComparedOnEmptyBatches_SaysThatNothingCanBeCompared()
    {
        using var model = Evaluating.Create(Sequential(Linear(4, 2)));

        Assert.Equal(
            "Output 'y' is empty at batch 0, so nothing can be compared. Expected elements: " +
            "give extents above 0 (ExportOptions.Parity.Extents).",
            MessageOf(model, WithExtents("batch", 0)));
        OnnxExporter.Export(model, Target, Row, WithExtents("batch", 0, 2));
        File.Delete(Target);
    }

    [Fact]
    public void Export_WithExtentsThatCannotBe_SaysWhatCan()
    {
        using var model = Evaluating.Create(Sequential(Linear(4, 2)));

        Assert.Equal(
            "Parity.Extents names 'bacth', which is not a symbolic dimension of an input. Expected one of: batch.",
            MessageOf(model, WithExtents("bacth", 2)));
        Assert.Equal("Parity.Extents gives 'batch' the extents 2, -1. Expected 0 or more.", MessageOf(model, WithExtents("batch", 2, -1)));
        Assert.Equal("Parity.Extents has no extents for 'batch'. Expected at least one.", MessageOf(model, WithExtents("batch")));
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(-1, "-1")]
    public void Export_WithAToleranceThatCannotBe_SaysWhatCan(double tolerance, string shown)
    {
        using var model = Evaluating.Create(Sequential(Linear(4, 2)));

        Assert.Equal(
            $"Parity.Tolerance is {shown}. Expected 0 or more.",
            MessageOf(model, new ExportOptions { Parity = new ParityOptions { Tolerance = tolerance } }));
    }

    [Fact]
    public void Verify_OfAFileThatIsNotThere_SaysSo()
    {
        using var model = Evaluating.Create(Sequential(Linear(4, 2)));
        var error = Assert.Throws<ExportException>(() => OnnxExporter.Verify(model, Target, [randn(1, 4)]));

        Assert.Equal($"There is no file '{Target}'. Expected the graph that was exported of the model: check the path.", error.Message);
    }

    [Fact]
    public void Export_IntoAFolderThatIsNotThere_SaysSo()
    {
        using var model = Evaluating.Create(Sequential(Linear(4, 2)));
        var missing = folder["missing"];
        var path = Path.Combine(missing, "model.onnx");
        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(model, path, Row));

        Assert.Equal(
            $"'{path}' cannot be written: There is no folder '{missing}'. " +
            "Choose a folder that exists, that you may write to, and that has room.",
            error.Message);
    }

    [FullDiskFact]
    public void Export_OntoAFullDisk_LeavesNoHalfFile()
    {
        using var model = Evaluating.Create(Sequential(Linear(4, 20_000)));
        var options = new ExportOptions { Create = _ => new FileStream(FullDiskFactAttribute.Device, FileMode.Open, FileAccess.Write) };

        Assert.StartsWith($"'{Target}' cannot be written: No space left on device", MessageOf(model, options));
    }

    [FullDiskFact]
    public void Export_WithExternalWeightsOntoAFullDisk_LeavesNoHalfFile()
    {
        using var model = Evaluating.Create(Sequential(Linear(4, 20_000)));
        var options = new ExportOptions
        {
            Weights = WeightPlacement.External,
            Create = path =>
                path.EndsWith(".data", StringComparison.Ordinal)
                    ? new FileStream(FullDiskFactAttribute.Device, FileMode.Open, FileAccess.Write)
                    : File.Create(path),
        };

        Assert.StartsWith($"'{Target}' cannot be written: No space left on device", MessageOf(model, options));
    }

    [Theory]
    [InlineData(WeightPlacement.Inside)]
    [InlineData(WeightPlacement.External)]
    public void Export_OntoADiskThatKeepsOtherBytes_NamesTheWeight(WeightPlacement weights)
    {
        using var model = Evaluating.Create(Sequential(("only", Linear(4, 700_000))));
        var options = new ExportOptions { Weights = weights, SharingFrom = 0, Create = path => new WornDisk(path) };

        Assert.Equal(
            "Weight 'only.weight' was read back from disk with different bytes, from byte 1048576 on. Expected the same bytes: " +
            "check the disk, and that no forward writes into its own weights.",
            MessageOf(model, options));
    }

    // Bisection inspects tables by changing them for a moment, during which no other thread may read them.
    [Fact]
    public void Export_OfAWrongConverterBehindATable_NamesItWhereTheWeightsAreShared()
    {
        using var model = Evaluating.Create(new Looked());
        var converters = ConverterRegistry.Default.With<UnknownLayer>((_, _, x) => x * 2f);
        var options = new ExportOptions { SharingFrom = 0, Converters = converters, Parity = new ParityOptions { Seed = 3 } };

        var error = Assert.Throws<DivergenceException>(
            () => OnnxExporter.Export(model, Target, Inputs.Create(("x", [Dim.Batch, 2])), options));

        Assert.Equal("unknown", error.Report.Divergence!.Path);
    }

    [Fact]
    public void Export_OfAForwardThatFailsWhileTheFileIsWritten_TellsItsReason()
    {
        using var model = Evaluating.Create(new Failing());

        Assert.Equal(
            "The model cannot be run at batch 1: Not today. Give extents or samples that it takes (ExportOptions.Parity).",
            MessageOf(model));
        Assert.StartsWith(
            $"'{Target}' cannot be written: No space left on device",
            MessageOf(
                Evaluating.Create(Sequential(Linear(4, 2))),
                new ExportOptions { Create = _ => throw new IOException("No space left on device") }));
    }

    private string MessageOf(Module model, ExportOptions? options = null) =>
        Assert.Throws<ExportException>(() => OnnxExporter.Export(model, Target, Row, options)).Message;

    private static ExportOptions WithExtents(string symbol, params long[] extents) => new()
    {
        Parity = new ParityOptions { Extents = new Dictionary<string, IReadOnlyList<long>> { [symbol] = extents } },
    };

    // The layer is applied, but not registered.
    private sealed class Forgetful : PortableModule
    {
        private readonly TorchSharp.Modules.Dropout drop = Dropout(0.5);

        public Forgetful()
            : base(nameof(Forgetful))
        {
        }

        public override V Forward<V>(V x) => x.Apply(drop);
    }

    private sealed class Looked : PortableModule
    {
        private readonly TorchSharp.Modules.EmbeddingBag bag = EmbeddingBag(2000, 8);
        private readonly UnknownLayer unknown = new();

        public Looked()
            : base(nameof(Looked)) => RegisterComponents();

        public override V Forward<V>(V x) => x.Abs().Clamp(0, 1).Cast(ElementType.Int64).Apply(bag).Apply(unknown);
    }

    private sealed class Failing : PortableModule
    {
        public Failing()
            : base(nameof(Failing))
        {
        }

        public override V Forward<V>(V x) => typeof(V) == typeof(TensorValue) ? throw new InvalidOperationException("Not today") : x;
    }

    private sealed class Blank : PortableModule
    {
        public Blank()
            : base(nameof(Blank))
        {
        }

        public override V Forward<V>(V x) => (x.Abs() * -1f - 1f).Log();
    }

    // Inverts every bit written beyond the first mebibyte.
    private sealed class WornDisk(string path) : FileStream(path, FileMode.Create, FileAccess.Write)
    {
        private const long Worn = 1 << 20;

        public override void Write(ReadOnlySpan<byte> buffer) =>
            base.Write(Position < Worn ? buffer : [.. buffer.ToArray().Select(value => (byte)~value)]);
    }

    private sealed class UnknownLayer() : Module<Tensor, Tensor>(nameof(UnknownLayer))
    {
        public override Tensor forward(Tensor input) => input * 3;
    }

    private sealed class Masked : PortableModule
    {
        private readonly Tensor mask = tensor(new[] { 0, float.NegativeInfinity, 0, float.NaN });

        public Masked()
            : base(nameof(Masked)) => RegisterComponents();

        public override V Forward<V>(V x) => x + x.Weight(mask);
    }
}
