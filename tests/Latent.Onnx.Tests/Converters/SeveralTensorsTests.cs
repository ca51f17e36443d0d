using Latent.Tests;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Converters;

/// <summary>A user's layer of three tensors, registered by its converter alone, exports, is verified and runs on both backends.</summary>
public sealed class SeveralTensorsTests : IDisposable
{
    private static readonly ExportOptions Options = new() { Converters = GatedBlendConverter.AddTo(ConverterRegistry.Default) };
    private static readonly Inputs Row = Inputs.Create(("x", [Dim.Batch, 4]));
    private static readonly Inputs Three = Inputs.Create(("a", [Dim.Batch, 6]), ("b", [Dim.Batch, 6]), ("gate", [Dim.Batch, 4]));

    private readonly TemporaryFolder folder = new();

    public SeveralTensorsTests() => manual_seed(8);

    private string Target => folder["model.onnx"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Export_OfALayerOfThreeTensors_Agrees()
    {
        using var layer = new GatedBlend(4, 6);
        layer.eval();

        var report = OnnxExporter.Export(layer, Target, Three, Options);

        Assert.True(report.Parity!.Agrees);
        Assert.Contains("weight weight: float[6, 4]", OnnxModel.Load(Target).ToString());
    }

    [Fact]
    public void Export_OfAModelAroundALayerOfThreeTensors_AgreesAndNamesItsNodesByPath()
    {
        using var model = new BlendingModel();
        model.eval();

        var report = OnnxExporter.Export(model, Target, Row, Options);

        Assert.True(report.Parity!.Agrees);
        Assert.Contains("blend/Sigmoid = Sigmoid(blend/MatMul)", OnnxModel.Load(Target).ToString());
    }

    [Fact]
    public void Apply_OfALayerOfThreeTensors_RunsItsForwardOnTensors()
    {
        using var scope = NewDisposeScope();
        using var layer = new GatedBlend(4, 6);
        var (a, b, gate) = (randn(2, 6), randn(2, 6), randn(2, 4));

        var y = new TensorValue(a).Apply(layer, new TensorValue(b), new TensorValue(gate));

        Assert.Equal(layer.call(a, b, gate).data<float>().ToArray(), y.Tensor.data<float>().ToArray());
    }

    [Fact]
    public void Export_OfALayerOfThreeTensorsThatDiffers_NamesTheLayer()
    {
        var doubling = ConverterRegistry.Default.WithInputs<GatedBlend>((_, _, inputs) => [inputs[0]!.Value * 2f]);
        var wrong = new ExportOptions { Converters = doubling };
        using var model = new BlendingModel();
        model.eval();

        var error = Assert.Throws<DivergenceException>(() => OnnxExporter.Export(model, Target, Row, wrong));

        Assert.Equal(("blend", "GatedBlend"), (error.Report.Divergence!.Path, error.Report.Divergence.Layer));
    }

    [Fact]
    public void Export_OfALayerOfThreeTensorsWithTwo_IsRejected()
    {
        using var layer = new GatedBlend(4, 6);
        layer.eval();

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(layer, Target, Row.And("b", [Dim.Batch, 6]), Options));

        Assert.Equal("GatedBlend takes 3 inputs. Received 2.", error.Message);
    }

    [Fact]
    public void Export_OfAnLstmWithHalfAState_IsRejected()
    {
        using var layer = LSTM(4, 6);
        layer.eval();

        var error = Assert.Throws<ExportException>(
            () => OnnxExporter.Export(layer, Target, Inputs.Create(("x", [Dim.Sequence, Dim.Batch, 4]), ("h", [1, Dim.Batch, 6]))));

        Assert.Equal("LSTM takes 1 or 3 inputs. Received 2.", error.Message);
    }

    [Fact]
    public void Export_OfAPortableModelWithinAnother_RecordsItAsALayer()
    {
        using var model = new Outer();
        model.eval();

        OnnxExporter.Export(model, Target, Row, Options);

        Assert.Contains("inner.blend/Sigmoid", OnnxModel.Load(Target).ToString());
    }

    private sealed class Outer : PortableModel
    {
        private readonly BlendingModel inner = new();

        public Outer()
            : base(nameof(Outer)) => RegisterComponents();

        public override IReadOnlyList<(string Name, V Value)> Run<V>(IReadOnlyList<V> inputs) =>
            [("y", V.Apply(inner, [inputs[0] * 2f])[0])];
    }
}
