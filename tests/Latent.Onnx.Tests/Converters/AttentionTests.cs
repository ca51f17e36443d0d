using Latent.Tests;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>Attention over symbolic sequences, and the inputs it rejects.</summary>
public sealed class AttentionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Target => folder["model.onnx"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Export_OfATransformerOverSymbolicLengths_AgreesAtEveryLength()
    {
        using var model = Ready(TransformerDecoder(TransformerDecoderLayer(8, 2, 12), 2));
        var inputs = Inputs.Create(("steps", [Dim.Sequence, Dim.Batch, 8]), ("memory", [Dim.Symbolic("keys"), Dim.Batch, 8]));

        var report = OnnxExporter.Export(model, Target, inputs);

        Assert.Equal(3, report.Parity!.Outputs.Count);
        Assert.EndsWith("output y: float[sequence, batch, 8]\n", OnnxModel.Load(Target).ToString());
    }

    [Fact]
    public void Export_OfAttentionByItself_YieldsAnswersAndWeights()
    {
        using var model = Ready(MultiheadAttention(8, 2));
        var inputs = Inputs.Create(
            ("query", [Dim.Sequence, Dim.Batch, 8]),
            ("key", [Dim.Symbolic("keys"), Dim.Batch, 8]),
            ("value", [Dim.Symbolic("keys"), Dim.Batch, 8]));

        OnnxExporter.Export(model, Target, inputs, new ExportOptions { Outputs = ["answers", "weights"] });

        Assert.EndsWith(
            "output answers: float[sequence, batch, 8]\noutput weights: float[batch, sequence, keys]\n", OnnxModel.Load(Target).ToString());
    }

    [Fact]
    public void Export_OfAttentionWithAddedKeys_YieldsTheirWeightsToo()
    {
        using var model = Ready(MultiheadAttention(8, 2, add_bias_kv: true, add_zero_attn: true));
        var inputs = Inputs.Create(
            ("query", [Dim.Sequence, Dim.Batch, 8]),
            ("key", [Dim.Symbolic("keys"), Dim.Batch, 8]),
            ("value", [Dim.Symbolic("keys"), Dim.Batch, 8]));

        OnnxExporter.Export(model, Target, inputs, new ExportOptions { Outputs = ["answers", "weights"] });

        Assert.EndsWith(
            "output answers: float[sequence, batch, 8]\noutput weights: float[batch, sequence, keys+2]\n",
            OnnxModel.Load(Target).ToString());
    }

    [Fact]
    public void Export_OfAWholeTransformer_TakesItsMasksAsInputs()
    {
        using var model = Ready(Transformer(8, 2, 1, 1, 12));
        var keys = Dim.Symbolic("keys");
        var inputs = Inputs.Create(("source", [keys, Dim.Batch, 8]), ("target", [Dim.Sequence, Dim.Batch, 8]), ("mask", [keys, keys]));

        OnnxExporter.Export(model, Target, inputs);

        Assert.EndsWith("output y: float[sequence, batch, 8]\n", OnnxModel.Load(Target).ToString());
    }

    [Fact]
    public void Export_OfAttentionToValuesOfAnotherSizeThanTheKeys_IsRejected()
    {
        using var model = Ready(MultiheadAttention(8, 2, kdim: 7, vdim: 5));
        var inputs = Inputs.Create(("query", [3, Dim.Batch, 8]), ("key", [4, Dim.Batch, 7]), ("value", [4, Dim.Batch, 5]));

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(model, Target, inputs));

        Assert.Equal(
            "MultiheadAttention was made for keys of 7 features and values of 5. Expected equal sizes: TorchSharp runs no others.",
            error.Message);
    }

    [Fact]
    public void Export_OfAttentionWithWeightsThatAreNotFinite_SaysSo()
    {
        using var model = Ready(TransformerEncoderLayer(8, 2, 12));
        using (no_grad())
            model.state_dict()["linear1.weight"][0, 0] = float.NaN;

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(model, Target, Inputs.Create(("x", [3, Dim.Batch, 8]))));

        Assert.Equal(
            "TransformerEncoderLayer does not compute attention over its parameters with any number of heads. " +
            "Expected finite weights, and a layer whose forward is TorchSharp's own.",
            error.Message);
    }

    // LibTorch's attention adds one mask to all rows and heads; one of three dimensions fails in TorchSharp itself.
    [Fact]
    public void Export_WithAMaskForEachRowAndHead_SaysWhatIsExpected()
    {
        using var model = Ready(MultiheadAttention(8, 2));
        var inputs = Inputs.Create(
            ("query", [3, 5, 8]), ("key", [4, 5, 8]), ("value", [4, 5, 8]), ("padding", [5, 4]), ("mask", [10, 3, 4]));

        var error = Assert.Throws<ExportException>(() => OnnxExporter.Export(model, Target, inputs));

        Assert.Equal(
            "MultiheadAttention expects a mask of [3, 4], steps by keys, the same for every row and head. Received [10, 3, 4].",
            error.Message);
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(
            () => model.call(randn(3, 5, 8), randn(4, 5, 8), randn(4, 5, 8), attn_mask: zeros(10, 3, 4)));
    }

    [Fact]
    public void Export_WithAMaskOfTheWrongShape_SaysWhatIsExpected()
    {
        using var model = Ready(TransformerEncoderLayer(8, 2, 12));

        var error = Assert.Throws<ExportException>(
            () => OnnxExporter.Export(model, Target, Inputs.Create(("x", [3, Dim.Batch, 8]), ("mask", [4, 3]))));

        Assert.Equal(
            "TransformerEncoderLayer at 'self_attn' expects a mask of [3, 3], steps by keys, the same for every row and head. " +
            "Received [4, 3].",
            error.Message);
    }

    private static TModule Ready<TModule>(TModule model)
        where TModule : Module
    {
        manual_seed(4);
        model.eval();
        return model;
    }
}
