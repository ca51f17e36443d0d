using Latent.Tests;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Verification;

/// <summary>Models that TorchSharp cannot run as intended are rejected with the reason.</summary>
public sealed class UnrunnableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Target => folder["model.onnx"];

    private static Inputs Row => Inputs.Create(("x", [Dim.Batch, 40]));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Export_OfASequentialThatDisposesOfItsOutput_SaysWhy()
    {
        using var model = Evaluating.Create(Sequential(Linear(40, 40), new Same()));
        var options = new ExportOptions { Converters = ConverterRegistry.Default.With<Same>((_, _, x) => x) };

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(model, Target, Row, options));

        Assert.Equal(
            "The model has disposed of its output 'y' at batch 1: " +
            "a layer of a Sequential, which disposes the inputs of its layers, returned its input. Expected a new tensor.",
            error.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private sealed class Same() : Module<Tensor, Tensor>(nameof(Same))
    {
        public override Tensor forward(Tensor input) => input;
    }
}
