using Latent.Onnx.Tests.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>Graphs of representative models as text: the diff shows the effect of a changed converter.</summary>
public sealed class GraphGoldenTests
{
    private static readonly Dictionary<string, (Func<Module> Make, Inputs Inputs, int Opset)> Models = new()
    {
        ["dense"] = (
            () => Sequential(Linear(6, 4), ReLU(), Dropout(0.5), Linear(4, 2), Softmax(1)), Inputs.Create(("x", [Dim.Batch, 6])), 17),
        ["dense over a sequence"] = (() => Linear(6, 4), Inputs.Create(("x", [Dim.Batch, Dim.Sequence, 6])), 17),
        ["layer norm at 13"] = (() => LayerNorm(6), Inputs.Create(("x", [Dim.Batch, 6])), 13),
        ["layer norm at 17"] = (() => LayerNorm(6), Inputs.Create(("x", [Dim.Batch, 6])), 17),
        ["residual block"] = (() => new ResidualBlock(4), Inputs.Create(("x", [Dim.Batch, 4, 6, 6])), 17),
        ["lstm"] = (
            () => LSTM(3, 4, numLayers: 2, bidirectional: true),
            Inputs.Create(("x", [Dim.Sequence, Dim.Batch, 3]), ("h", [4, Dim.Batch, 4]), ("c", [4, Dim.Batch, 4])),
            17),
        ["gru"] = (() => GRU(3, 4, batchFirst: true), Inputs.Create(("x", [Dim.Batch, Dim.Sequence, 3])), 17),
        ["rnn"] = (
            () => RNN(3, 4, nonLinearity: NonLinearities.ReLU, bidirectional: true),
            Inputs.Create(("x", [Dim.Sequence, Dim.Batch, 3])),
            17),
        ["gru cell"] = (() => GRUCell(3, 4), Inputs.Create(("x", [Dim.Batch, 3]), ("h", [Dim.Batch, 4])), 17),
        ["attention"] = (
            () => MultiheadAttention(6, 2),
            Inputs.Create(
                ("query", [Dim.Sequence, Dim.Batch, 6]),
                ("key", [Dim.Symbolic("keys"), Dim.Batch, 6]),
                ("value", [Dim.Symbolic("keys"), Dim.Batch, 6])),
            17),
        ["attention with added keys"] = (
            () => MultiheadAttention(6, 2, add_bias_kv: true, add_zero_attn: true),
            Inputs.Create(
                ("query", [Dim.Sequence, Dim.Batch, 6]),
                ("key", [Dim.Symbolic("keys"), Dim.Batch, 6]),
                ("value", [Dim.Symbolic("keys"), Dim.Batch, 6])),
            17),
        ["transformer"] = (
            () => Transformer(6, 2, 1, 1, 8),
            Inputs.Create(("source", [Dim.Symbolic("keys"), Dim.Batch, 6]), ("target", [Dim.Sequence, Dim.Batch, 6])),
            17),
        ["transformer encoder"] = (
            () => TransformerEncoder(TransformerEncoderLayer(6, 3, 8, activation: Activations.GELU), 2),
            Inputs.Create(("x", [Dim.Sequence, Dim.Batch, 6]), ("mask", [Dim.Sequence, Dim.Sequence])),
            21),
        ["transformer decoder layer"] = (
            () => TransformerDecoderLayer(6, 2, 8),
            Inputs.Create(("x", [Dim.Sequence, Dim.Batch, 6]), ("memory", [Dim.Symbolic("keys"), Dim.Batch, 6])),
            17),
    };

    public static TheoryData<string> Names() => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Graph_OfATellingModel_IsAsReviewed(string name)
    {
        var (make, inputs, opset) = Models[name];
        using var model = make();
        Fill(model);
        model.eval();
        using var folder = new Latent.Tests.TemporaryFolder();
        OnnxExporter.Export(model, folder["model.onnx"], inputs, new ExportOptions { Opset = opset });

        return Verifier.Verify(OnnxModel.Load(folder["model.onnx"]).ToString()).UseParameters(name);
    }

    // The same weights on every machine, small and all different.
    private static void Fill(Module model)
    {
        using var frozen = no_grad();
        foreach (var (_, weight) in model.state_dict())
        {
            using var positions = arange(weight.numel(), dtype: ScalarType.Float32);
            if (weight.dtype == ScalarType.Float32)
                weight.copy_(((positions * 7).remainder(31) / 16 - 0.9375).reshape(weight.shape).abs() - (weight.ndim > 1 ? 0.5 : 0));
        }
    }
}
