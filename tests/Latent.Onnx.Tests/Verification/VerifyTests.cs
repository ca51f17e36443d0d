using Latent.Tests;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Verification;

/// <summary>Comparing a file with its model, and finding the first node that differs.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Target => folder["model.onnx"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Verify_OfWhatWasExported_Agrees()
    {
        using var model = Deep(new Scale());
        OnnxExporter.Export(model, Target, Row, Right);

        var report = OnnxExporter.Verify(model, Target, [randn(2, 6), randn(5, 6)], Right);

        Assert.True(report.Agrees);
        Assert.Null(report.Divergence);
        Assert.Equal(["batch 2", "batch 5"], report.Outputs.Select(output => output.Sample));
        Assert.Equal(["Float32 [2, 3]", "Float32 [5, 3]"], report.Outputs.Select(output => $"{output.Type} {output.Shape}"));
    }

    [Fact]
    public void Verify_WithAWrongConverterDeepInside_NamesItsNodeAndModule()
    {
        using var model = Deep(new Scale());
        OnnxExporter.Record(model, Target, Row, Wrong);

        var report = OnnxExporter.Verify(model, Target, [randn(4, 6)], Wrong);

        Assert.False(report.Agrees);
        Assert.Equal(
            ("middle.1.inner.scale/Mul", "Mul", "middle.1.inner.scale", "Scale"),
            (report.Divergence!.Node, report.Divergence.Operator, report.Divergence.Path, report.Divergence.Layer));
        Assert.Equal(["middle.1.inner.scale/Mul"], report.Divergence.Suspects);
        Assert.EndsWith(
            "The first node that differs is 'middle.1.inner.scale/Mul' (Mul), of Scale at 'middle.1.inner.scale'.", report.Summary);
    }

    [Fact]
    public void Export_WithAWrongConverter_WritesNothingAndNamesItsNode()
    {
        using var model = Deep(new Scale());

        var error = Assert.Throws<DivergenceException>(() => OnnxExporter.Export(model, Target, Row, Wrong));

        Assert.StartsWith("Output 'y' differs by ", error.Message);
        Assert.EndsWith(
            " between TorchSharp and ONNX Runtime at batch 1. Expected at most 1E-05. " +
            "The first node that differs is 'middle.1.inner.scale/Mul' (Mul), of Scale at 'middle.1.inner.scale'. " +
            "Nothing was written. If the model is right and its outputs are merely ill-conditioned, raise Parity.Tolerance.",
            error.Message);
        Assert.Equal("middle.1.inner.scale", error.Report.Divergence!.Path);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Verify_WithAWrongConverterOfSeveralNodes_ListsThoseThatLeadToTheValue()
    {
        using var model = Deep(new Scale());
        var wrong = With((_, _, x) => (x * 2f) + x + 0.5f);
        OnnxExporter.Record(model, Target, Row, wrong);

        var divergence = OnnxExporter.Verify(model, Target, [randn(4, 6)], wrong).Divergence!;

        Assert.Equal("middle.1.inner.scale/Add_2", divergence.Node);
        Assert.Equal(["middle.1.inner.scale/Mul", "middle.1.inner.scale/Add", "middle.1.inner.scale/Add_2"], divergence.Suspects);
    }

    [Fact]
    public void Verify_WithAWrongOperatorBetweenLayers_NamesTheModuleThatUsesIt()
    {
        using var model = new Between();
        model.eval();
        var wrong = new ExportOptions();
        OnnxExporter.Export(model, Target, Row, wrong);

        model.Factor = 3;
        var divergence = OnnxExporter.Verify(model, Target, [randn(4, 6)]).Divergence!;

        Assert.Equal(("Mul", "Between", ""), (divergence.Node, divergence.Layer, divergence.Path));
    }

    [Fact]
    public void Verify_WithOtherWeights_NamesTheFirstLayerThatHasThem()
    {
        using var model = Deep(new Scale());
        OnnxExporter.Export(model, Target, Row, Right);
        using (no_grad())
            model.state_dict()["first.bias"].add_(1);

        Assert.Equal("first/Gemm", OnnxExporter.Verify(model, Target, [randn(4, 6)], Right).Divergence!.Node);
    }

    [Fact]
    public void Verify_OfAnotherShape_SaysWhichBothHave()
    {
        using var model = new Between();
        model.eval();
        using var wider = Sequential(Linear(6, 7));
        wider.eval();
        OnnxExporter.Export(wider, Target, Row);

        var report = OnnxExporter.Verify(model, Target, [randn(4, 6)]);

        Assert.Equal("shape [4, 7], TorchSharp has [4, 3]", report.Outputs.Single().Mismatch);
        Assert.StartsWith(
            "Output 'y' is another tensor in ONNX Runtime than in TorchSharp at batch 4: shape [4, 7], TorchSharp has [4, 3].",
            report.Summary);
    }

    [Fact]
    public void Verify_OfASampleThatDoesNotFit_SaysWhatDoes()
    {
        using var model = Deep(new Scale());
        OnnxExporter.Export(model, Target, Row, Right);

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Verify(model, Target, [randn(4, 5)], Right));

        Assert.Equal(
            "Sample 0 does not fit input 'x'. Expected Float32 [batch, 6], each symbol one extent. Received Float32 [4, 5].",
            error.Message);
    }

    [Fact]
    public void ToMarkdown_OfADifference_SaysWhatReproducesIt()
    {
        using var model = Deep(new Scale());
        var report = Assert.Throws<DivergenceException>(() => OnnxExporter.Export(model, Target, Row, Wrong)).Report;

        report.Save(folder["report.md"]);
        var text = File.ReadAllText(folder["report.md"]);

        Assert.StartsWith("# ONNX Runtime differs from TorchSharp\n", text);
        Assert.Contains("- node: `middle.1.inner.scale/Mul`\n- operator: `Mul`\n- module: `Scale` at `middle.1.inner.scale`\n", text);
        Assert.Contains("- inputs: `x` Float32 [batch, 6]\n- operator set 17, tolerance 1e-05, ONNX Runtime ", text);
        Assert.Contains("- sampled with seed 2026 (ParityOptions.Seed and the number of the sample), batch 1\n", text);
        Assert.Contains("| `middle.1.inner.scale` | Scale |\n", text);
    }

    private static Inputs Row => Inputs.Create(("x", [Dim.Batch, 6]));

    private static ExportOptions Right => With((_, _, x) => x * 3f);

    private static ExportOptions Wrong => With((_, _, x) => x * 3.01f);

    private static ExportOptions With(Func<GraphBuilder, Scale, GraphValue, GraphValue> convert) =>
        new() { Converters = ConverterRegistry.Default.With(convert) };

    private static TorchSharp.Modules.Sequential Deep(Scale scale)
    {
        manual_seed(8);
        var model = Sequential(
            ("first", Linear(6, 6)),
            (
                "middle",
                Sequential(
                    ("0", Linear(6, 6)),
                    (
                        "1",
                        Sequential(
                            ("act", Tanh()),
                            ("inner", Sequential(("lin", Linear(6, 6)), ("scale", scale), ("bend", ReLU(inplace: true)))))),
                    ("2", Sigmoid()))),
            ("last", Linear(6, 3)));
        model.eval();
        return model;
    }

    private sealed class Scale() : Module<Tensor, Tensor>(nameof(Scale))
    {
        public override Tensor forward(Tensor input) => input * 3;
    }

    private sealed class Between : PortableModule
    {
        private readonly TorchSharp.Modules.Linear before = Linear(6, 6);
        private readonly TorchSharp.Modules.Linear after = Linear(6, 3);

        public Between()
            : base(nameof(Between)) => RegisterComponents();

        public float Factor { get; set; } = 2;

        public override V Forward<V>(V x) => (x.Apply(before) * Factor).Apply(after);
    }
}
