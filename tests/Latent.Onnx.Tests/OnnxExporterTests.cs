using Latent.Onnx.Tests.Modules;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

public sealed class OnnxExporterTests
{
    private static readonly GraphInput Row = new("x", new Shape(Dim.Batch, 4));

    [Fact]
    public Task Record_OfASequential_NamesNodesByPathAndWeightsByKey()
    {
        using var model = Fixed(Sequential(("hidden", Linear(4, 3)), ("bend", ReLU()), ("out", Linear(3, 2))));

        return Verifier.Verify(OnnxExporter.Record(Evaluating.Create(model), Row).ToString());
    }

    [Fact]
    public Task Record_OfATiedPair_HasOneInitializer()
    {
        using var model = Fixed(new TiedPair());

        return Verifier.Verify(OnnxExporter.Record(Evaluating.Create(model), Row).ToString());
    }

    [Fact]
    public Task Record_OfAConvolutionalAutoencoder_GivesTheSameGraph()
    {
        using var model = Fixed(ConvolutionalAutoencoder.Make());

        return Verifier.Verify(
            OnnxExporter.Record(Evaluating.Create(model), new GraphInput("x", new Shape(Dim.Batch, 1, 12, 12))).ToString());
    }

    [Fact]
    public void Record_OfTheSameWeights_GivesTheSameBytes()
    {
        using var model = Fixed(Sequential(Linear(4, 3), Sigmoid()));

        Assert.Equal(Bytes(OnnxExporter.Record(Evaluating.Create(model), Row)), Bytes(OnnxExporter.Record(Evaluating.Create(model), Row)));
    }

    [Fact]
    public void Record_WithMetadata_WritesItInTheOrderOfItsKeys()
    {
        using var model = Sequential(Sigmoid());
        var options = new ExportOptions { Metadata = new Dictionary<string, string> { ["name"] = "tiny", ["family"] = "dense" } };

        var text = OnnxExporter.Record(Evaluating.Create(model), Row, options: options).ToString();

        Assert.Contains("metadata family = dense\nmetadata name = tiny\n", text);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(22)]
    public void Record_AtAnOpsetOutOfRange_SaysTheRange(int opset)
    {
        using var model = Sequential(Sigmoid());

        var error = Assert.Throws<ExportException>(
            () => OnnxExporter.Record(Evaluating.Create(model), Row, options: new ExportOptions { Opset = opset }));

        Assert.Equal($"Opset {opset} is not supported. Expected 13 to 21; 17 runs everywhere.", error.Message);
    }

    [Fact]
    public void Record_OfAnUnknownLayer_NamesLayerPathAndFix()
    {
        using var model = Sequential(("first", Linear(4, 4)), ("unknown", new UnknownLayer()));

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Record(Evaluating.Create(model), Row));

        Assert.StartsWith(
            "No converter for layer UnknownLayer at 'unknown' (opset 17). Registered: " +
            "AdaptiveAvgPool1d, AdaptiveAvgPool2d, AdaptiveAvgPool3d, AdaptiveMaxPool1d, AdaptiveMaxPool2d, AdaptiveMaxPool3d, " +
            "AlphaDropout, AvgPool1d,",
            error.Message);
        Assert.EndsWith(
            "Register one: ConverterRegistry.Default.With<UnknownLayer>((graph, layer, x) => ...), or derive UnknownLayer from " +
            "PortableModule.",
            error.Message);
    }

    [Fact]
    public void Record_OfALayerOfYourOwn_UsesItsConverter()
    {
        using var model = Sequential(("unknown", new UnknownLayer()));
        var converters = ConverterRegistry.Default.With<UnknownLayer>((_, _, x) => x * 3f);

        var text = OnnxExporter.Record(Evaluating.Create(model), Row, options: new ExportOptions { Converters = converters }).ToString();

        Assert.Contains("y = Mul(x, const/3)", text);
    }

    [Fact]
    public void Record_OfNaNWeights_NamesTheWeight()
    {
        using var model = Sequential(("only", Linear(4, 2)));
        using (no_grad())
            model.state_dict()["only.bias"].fill_(float.NaN);

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Record(Evaluating.Create(model), Row));

        Assert.Equal(
            "Parameter 'only.bias' holds NaN at element 0. Expected finite weights: the training run diverged, lower its learning rate.",
            error.Message);
    }

    [Fact]
    public void Record_OfDoubleWeights_SaysHowToConvert()
    {
        using var model = Sequential(("only", Linear(4, 2, dtype: ScalarType.Float64)));

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Record(Evaluating.Create(model), Row));

        Assert.Equal(
            "Parameter 'only.weight' has type Float64. Expected Float32 or Int64: convert the model with model.to(ScalarType.Float32).",
            error.Message);
    }

    [Fact]
    public void Record_OfAnInputThatDoesNotFit_SaysWhatFits()
    {
        using var model = Sequential(("only", Linear(5, 2)));

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Record(Evaluating.Create(model), Row));

        Assert.Equal("Linear expects 5 features, only.weight being [2, 5]. Received [batch, 4].", error.Message);
    }

    [Fact]
    public void Record_WhoseOutputIsItsInput_KeepsBothNames()
    {
        using var model = Sequential(Identity());

        Assert.Contains("y = Identity(x)", OnnxExporter.Record(Evaluating.Create(model), Row).ToString());
    }

    [Fact]
    public void Record_OfOneValueTwice_KeepsBothOutputs()
    {
        using var model = Sequential(Sigmoid());

        var text = OnnxExporter.Record(Evaluating.Create(model), [Row], values =>
        {
            var y = values[0].Apply(model);
            return [("first", y), ("second", y)];
        }).ToString();

        Assert.Contains("first = Sigmoid(x)\nsecond = Identity(first)", text);
    }

    private static TModule Fixed<TModule>(TModule model)
        where TModule : Module
    {
        using var frozen = no_grad();
        foreach (var (_, weight) in model.state_dict())
            weight.copy_((arange(weight.numel(), dtype: ScalarType.Float32) / 8).reshape(weight.shape));
        return model;
    }

    private static byte[] Bytes(OnnxModel model)
    {
        using var folder = new Latent.Tests.TemporaryFolder();
        model.Save(folder["model.onnx"]);
        return File.ReadAllBytes(folder["model.onnx"]);
    }

    private sealed class UnknownLayer() : Module<Tensor, Tensor>(nameof(UnknownLayer))
    {
        public override Tensor forward(Tensor input) => input * 3;
    }

    private sealed class TiedPair : PortableModule
    {
        private readonly Linear encoder = Linear(4, 2, hasBias: false);

        public TiedPair()
            : base(nameof(TiedPair)) => RegisterComponents();

        public override V Forward<V>(V x) => x.Apply(encoder).Relu().MatMul(x.Weight(encoder.weight));
    }
}
