using System.Runtime.InteropServices;
using Google.Protobuf;
using Latent.Onnx.Schema;
using Latent.Onnx.Tests.Modules;
using Latent.Tests;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Verification;

/// <summary>
/// One weight of a graph is corrupted deep within attention, a transformer or a network over packed sequences: bisection names its node
/// and the path of its part.
/// </summary>
public sealed class AttentionBisectionTests : IDisposable
{
    private const int Seed = 31;
    private const long Size = AttentionModule.Size;

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, bool, string, string> Mistakes() => new()
    {
        {
            "encoder", false, "layer.layers.1.linear2.weight.T",
            "'layer.layers.1.linear2/Add' (Add), of Linear at 'layer.layers.1.linear2', with what leads to it there: " +
            "'layer.layers.1.linear2/MatMul'."
        },
        {
            "encoder", true, "layer.layers.1.linear2.weight.T",
            "'layer.layers.1.linear2/Add' (Add), of Linear at 'layer.layers.1.linear2', with what leads to it there: " +
            "'layer.layers.1.linear2/MatMul'."
        },
        {
            "encoder", true, "layer.layers.0.self_attn.k_proj_weight.T",
            "'layer.layers.0.self_attn.k_proj/Add' (Add), of Linear at 'layer.layers.0.self_attn.k_proj', with what leads to it " +
            "there: 'layer.layers.0.self_attn.k_proj/MatMul'."
        },
        {
            "encoder layer", false, "layer.linear1.bias",
            "'layer.linear1/Add' (Add), of Linear at 'layer.linear1', with what leads to it there: 'layer.linear1/MatMul'."
        },
        {
            "encoder layer", true, "layer.norm1.weight",
            "'layer.norm1/LayerNormalization' (LayerNormalization), of LayerNorm at 'layer.norm1'."
        },
        {
            "decoder layer", true, "layer.multihead_attn.out_proj.weight.T",
            "'layer.multihead_attn.out_proj/Add' (Add), of Linear at 'layer.multihead_attn.out_proj', with what leads to it there: " +
            "'layer.multihead_attn.out_proj/MatMul'."
        },
        {
            "decoder", true, "layer.layers.2.norm3.bias",
            "'layer.layers.2.norm3/LayerNormalization' (LayerNormalization), of LayerNorm at 'layer.layers.2.norm3'."
        },
        {
            "attention", true, "layer.v_proj_weight.T",
            "'layer.v_proj/Add' (Add), of Linear at 'layer.v_proj', with what leads to it there: 'layer.v_proj/MatMul'."
        },
        {
            "transformer", false, "layer.encoder.layers.1.linear2.weight.T",
            "'layer.encoder.layers.1.linear2/Add' (Add), of Linear at 'layer.encoder.layers.1.linear2', with what leads to it there: " +
            "'layer.encoder.layers.1.linear2/MatMul'."
        },
        {
            "transformer", true, "layer.decoder.norm.weight",
            "'layer.decoder.norm/LayerNormalization' (LayerNormalization), of LayerNorm at 'layer.decoder.norm'."
        },
        {
            "learned key", true, "layer.out_proj.bias",
            "'layer.out_proj/Add' (Add), of Linear at 'layer.out_proj', with what leads to it there: 'layer.out_proj/MatMul'."
        },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Verify_WithOneWrongWeightWithinALayer_NamesItsPart(string kind, bool areMasked, string weight, string expected)
    {
        manual_seed(Seed);
        using var model = Evaluating.Create(new AttentionModule(Make(kind), areMasked, areMasked));

        Assert.EndsWith(
            $" The first node that differs is {expected}",
            Summary(model, Inputs.Create(("x", [Dim.Batch, AttentionModule.Steps, Size])), weight));
    }

    [Theory]
    [InlineData("lstm", "LSTM")]
    [InlineData("gru", "GRU")]
    [InlineData("rnn", "RNN")]
    public void Verify_WithOneWrongWeightOfASecondNetworkOverLengths_NamesIt(string kind, string expected)
    {
        manual_seed(Seed);
        using var model = Evaluating.Create(new Readers(kind));

        Assert.EndsWith(
            $" The first node that differs is 'second/Transpose_2' (Transpose), of {expected} at 'second', with what leads to it " +
            $"there: 'second/Cast', 'second/Transpose', 'second/{expected}', 'second/Squeeze'.",
            Summary(model, Inputs.Create(("x", [Dim.Batch, 4, 3])), "second.R_l0"));
    }

    [Fact]
    public void Verify_OfALayerWhoseFirstCallHasNoNumbers_LooksIntoTheSecond()
    {
        manual_seed(Seed);
        using var model = Evaluating.Create(new Twice());

        Assert.EndsWith(
            " The first node that differs is 'layer.linear2/Add_2' (Add), of Linear at 'layer.linear2', with what leads to it " +
            "there: 'layer.linear2/MatMul_2'.",
            Summary(model, Inputs.Create(("x", [4, Dim.Batch, Size])), "layer.linear2.weight.T"));
    }

    private static Module Make(string kind) => kind switch
    {
        "encoder" => TransformerEncoder(TransformerEncoderLayer(Size, 3, 16), 3),
        "encoder layer" => TransformerEncoderLayer(Size, 4, 16, activation: Activations.GELU),
        "decoder" => TransformerDecoder(TransformerDecoderLayer(Size, 2, 16), 3),
        "decoder layer" => TransformerDecoderLayer(Size, 2, 16),
        "transformer" => Transformer(Size, 3, 2, 2, 16),
        "learned key" => MultiheadAttention(Size, 3, add_bias_kv: true, add_zero_attn: true),
        _ => MultiheadAttention(Size, 3),
    };

    private string Summary(Module<Tensor, Tensor> model, Inputs inputs, string weight)
    {
        var path = folder["model.onnx"];
        OnnxExporter.Export(model, path, inputs);
        var file = OnnxModel.Load(path);
        Spoil(file.Graph, weight);
        file.Save(path);

        return OnnxExporter.Verify(model, path, Array.Empty<IReadOnlyList<Tensor>>()).Summary;
    }

    private static void Spoil(GraphProto graph, string weight)
    {
        var tensor = graph.Initializer.Single(initializer => initializer.Name == weight);
        var bytes = tensor.RawData.ToByteArray();
        var numbers = MemoryMarshal.Cast<byte, float>(bytes.AsSpan());
        numbers[0] += 0.5f;
        tensor.RawData = ByteString.CopyFrom(bytes);
    }

    /// <summary>Attention whose first call hides all keys, so that it returns NaN to no output, and whose second hides none.</summary>
    private sealed class Twice : PortableModule
    {
        private readonly TransformerEncoderLayer layer = TransformerEncoderLayer(Size, 3, 16);
        private readonly Tensor nothing = full([4, 4], float.NegativeInfinity);

        public Twice()
            : base(nameof(Twice)) => RegisterComponents();

        public override V Forward<V>(V x)
        {
            x.Apply(layer, x.Weight(nothing));
            return x.Apply(layer);
        }
    }

    /// <summary>Two recurrent networks in sequence that read two steps of each row.</summary>
    private sealed class Readers : PortableModule
    {
        private readonly Module first;
        private readonly Module second;

        public Readers(string kind)
            : base(nameof(Readers))
        {
            (first, second) = (Make(kind, 3), Make(kind, 4));
            RegisterComponents();
        }

        public override V Forward<V>(V x) => Read(Read(x, first, x), second, x);

        private static Module Make(string kind, long inputs) => kind switch
        {
            "lstm" => LSTM(inputs, 4, batchFirst: true),
            "gru" => GRU(inputs, 4, batchFirst: true),
            _ => RNN(inputs, 4, batchFirst: true),
        };

        private static V Read<V>(V steps, Module layer, V x)
            where V : struct, IValue<V>
        {
            var lengths = ((x.Slice(1, 0, 1).Slice(2, 0, 1) * 0f) + 2f).Reshape(-1);
            return layer switch
            {
                LSTM lstm => steps.Apply(lstm, null, lengths).Output,
                GRU gru => steps.Apply(gru, null, lengths).Output,
                _ => steps.Apply((RNN)layer, null, lengths).Output,
            };
        }
    }
}
