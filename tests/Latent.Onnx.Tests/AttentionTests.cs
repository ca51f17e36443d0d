using Latent.Tests;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>Attention over symbolic sequences, and what it refuses.</summary>
public sealed class AttentionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Target => folder.File("model.onnx");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Export_OfATransformerOverSymbolicLengths_AgreesAtEveryLength()
    {
        using var model = Ready(TransformerDecoder(TransformerDecoderLayer(8, 2, 12), 2));
        var inputs = Inputs.Of(("steps", [Dim.Sequence, Dim.Batch, 8]), ("memory", [Dim.Symbolic("keys"), Dim.Batch, 8]));

        var report = OnnxExporter.Export(model, Target, inputs);

        Assert.Equal(3, report.Parity!.Outputs.Count);
        Assert.EndsWith("output y: float[sequence, batch, 8]\n", OnnxModel.Load(Target).ToString());
    }

    [Fact]
    public void Export_OfAttentionByItself_YieldsAnswersAndWeights()
    {
        using var model = Ready(MultiheadAttention(8, 2));
        var inputs = Inputs.Of(("query", [Dim.Sequence, Dim.Batch, 8]), ("key", [Dim.Symbolic("keys"), Dim.Batch, 8]), ("value", [Dim.Symbolic("keys"), Dim.Batch, 8]));

        OnnxExporter.Export(model, Target, inputs, new ExportOptions { Outputs = ["answers", "weights"] });

        Assert.EndsWith("output answers: float[sequence, batch, 8]\noutput weights: float[batch, sequence, keys]\n", OnnxModel.Load(Target).ToString());
    }

    [Fact]
    public void Export_OfAttentionWithAddedKeys_IsRefused()
    {
        using var model = Ready(MultiheadAttention(8, 2, add_bias_kv: true));
        var inputs = Inputs.Of(("query", [3, Dim.Batch, 8]), ("key", [4, Dim.Batch, 8]), ("value", [4, Dim.Batch, 8]));

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(model, Target, inputs));

        Assert.Equal("MultiheadAttention computes something else than attention over its parameters: it was made with add_bias_kv or add_zero_attn. Expected neither.", error.Message);
    }

    [Fact]
    public void Export_WithAMaskOfTheWrongShape_SaysWhatIsExpected()
    {
        using var model = Ready(TransformerEncoderLayer(8, 2, 12));

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(model, Target, Inputs.Of(("x", [3, Dim.Batch, 8]), ("mask", [4, 3]))));

        Assert.Equal("TransformerEncoderLayer at 'self_attn' expects a mask of [3, 3], steps by keys. Received [4, 3].", error.Message);
    }

    private static TModule Ready<TModule>(TModule model)
        where TModule : Module
    {
        manual_seed(4);
        model.eval();
        return model;
    }
}
