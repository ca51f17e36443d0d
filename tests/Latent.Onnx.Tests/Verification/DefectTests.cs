using Latent.Tests;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Verification;

/// <summary>Layers that a TorchSharp computes otherwise than its documentation says are not exported unnoticed.</summary>
public sealed class DefectTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Target => folder.File("model.onnx");

    private static Inputs Row => Inputs.Of(("x", [Dim.Batch, 40]));

    public void Dispose() => folder.Dispose();

    // The genuine TorchSharp 0.107 gives back its input, where the layer is not in place.
    [Fact]
    public void Export_OfAHardtanh_AgreesWhereTorchSharpClampsAndIsRefusedWhereItDoesNot()
    {
        using var scope = NewDisposeScope();
        using var layer = Evaluating.Of(Hardtanh());
        if (layer.call(tensor(5f)).item<float>() == 1)
        {
            Assert.True(OnnxExporter.Export(layer, Target, Row).Parity!.Agrees);
            return;
        }

        var error = Assert.Throws<DivergenceException>(() => OnnxExporter.Export(layer, Target, Row));

        Assert.Contains(" between TorchSharp and ONNX Runtime at batch 1. Expected at most 1E-05. The first node that differs is 'Clip' (Clip), of Hardtanh. Nothing was written.", error.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Export_OfASequentialThatDisposesOfItsOutput_SaysWhy()
    {
        using var model = Evaluating.Of(Sequential(Linear(40, 40), new Same()));
        var options = new ExportOptions { Converters = ConverterRegistry.Default.With<Same>((_, _, x) => x) };

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(model, Target, Row, options));

        Assert.Equal(
            "The model has disposed of its output 'y' at batch 1: a layer of a Sequential, which drops what its layers take, gave back its input. Expected an output of its own.",
            error.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private sealed class Same() : Module<Tensor, Tensor>(nameof(Same))
    {
        public override Tensor forward(Tensor input) => input;
    }
}
