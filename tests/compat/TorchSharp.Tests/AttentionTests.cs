using System.Runtime.InteropServices;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class AttentionTests
{
    [Fact]
    public void Attention_OfOneHead_FollowsItsFormula()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.MultiheadAttention(4, 1);
        layer.eval();
        var (query, key, value) = (randn(3, 2, 4), randn(5, 2, 4), randn(5, 2, 4));
        var weights = layer.state_dict();
        var matrices = weights["in_proj_weight"].chunk(3, 0);
        var (q, k, v) = (query.matmul(matrices[0].t()).transpose(0, 1), key.matmul(matrices[1].t()).transpose(0, 1), value.matmul(matrices[2].t()).transpose(0, 1));
        var expected = (q.matmul(k.transpose(1, 2)) / 2).softmax(-1);

        var (output, shown) = layer.call(query, key, value);

        Approximately.Equal(expected, shown);
        Approximately.Equal(expected.matmul(v).transpose(0, 1).matmul(weights["out_proj.weight"].t()), output);
        Assert.True(layer.call(query, key, value, need_weights: false).Item2 is null or { IsInvalid: true });
    }

    [Fact]
    public void Attention_WithMasks_DoesNotSeeWhatTheyHide()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.MultiheadAttention(4, 2);
        layer.eval();
        var (query, key) = (randn(3, 2, 4), randn(5, 2, 4));
        var padding = zeros(2, 5, ScalarType.Bool);
        padding[1, 4] = true;
        var mask = zeros(3, 5);
        mask[0, 2] = float.NegativeInfinity;

        var (_, weights) = layer.call(query, key, key, padding, attn_mask: mask);

        Assert.Equal(0, weights[1, 2, 4].item<float>());
        Assert.Equal(0, weights[0, 0, 2].item<float>());
        Assert.True(weights[0, 2, 4].item<float>() > 0);
    }

    [Fact]
    public void Attention_WithAddedKeys_HasThemInItsWeights()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.MultiheadAttention(4, 2, add_bias_kv: true, add_zero_attn: true, kdim: 3, vdim: 3);
        layer.eval();

        Assert.Equal([2L, 3, 7], layer.call(randn(3, 2, 4), randn(5, 2, 3), randn(5, 2, 3)).Item2.shape);
        Assert.Contains("bias_k", layer.state_dict().Keys);
        Assert.Equal([4L, 3], layer.state_dict()["k_proj_weight"].shape);
    }

    [Fact]
    public void EncoderLayer_FollowsItsFormula()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.TransformerEncoderLayer(4, 2, 6, activation: nn.Activations.GELU);
        using var attention = nn.MultiheadAttention(4, 2);
        layer.eval();
        attention.eval();
        var weights = layer.state_dict();
        using (no_grad())
        {
            foreach (var (key, weight) in attention.state_dict())
                weight.copy_(weights[$"self_attn.{key}"]);
        }

        var x = randn(3, 2, 4);
        var first = nn.functional.layer_norm(x + attention.call(x, x, x).Item1, [4]);
        var hidden = nn.functional.linear(first, weights["linear1.weight"], weights["linear1.bias"]).gelu();
        var expected = nn.functional.layer_norm(first + nn.functional.linear(hidden, weights["linear2.weight"], weights["linear2.bias"]), [4]);

        Approximately.Equal(expected, layer.call(x));
        Approximately.Equal(layer.call(x), layer.call(x, zeros(3, 3)));
    }

    [Fact]
    public void Encoder_OfTwoLayers_StartsAsCopiesOfTheLayer()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.TransformerEncoderLayer(4, 2, 6);
        using var stack = nn.TransformerEncoder(layer, 2);
        layer.eval();
        stack.eval();
        var x = randn(3, 2, 4);

        Approximately.Equal(layer.call(layer.call(x)), stack.call(x));
        Assert.Contains("layers.1.self_attn.in_proj_weight", stack.state_dict().Keys);
    }

    [Fact]
    public void Decoder_OfTwoLayers_StartsAsCopiesOfTheLayer()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.TransformerDecoderLayer(4, 2, 6);
        using var stack = nn.TransformerDecoder(layer, 2);
        layer.eval();
        stack.eval();
        var (x, memory) = (randn(3, 2, 4), randn(5, 2, 4));

        Approximately.Equal(layer.call(layer.call(x, memory), memory), stack.call(x, memory));
        Assert.Contains("layers.1.multihead_attn.out_proj.bias", stack.state_dict().Keys);
    }

    [Fact]
    public void Attention_WithAMaskOfThreeDimensions_Fails()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.MultiheadAttention(4, 2);
        layer.eval();

        Assert.ThrowsAny<ExternalException>(() => layer.call(randn(3, 1, 4), randn(5, 1, 4), randn(5, 1, 4), attn_mask: zeros(2, 3, 5)));
    }

    [Fact]
    public void Attention_ToValuesOfAnotherSizeThanTheKeys_Fails()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.MultiheadAttention(4, 2, kdim: 3, vdim: 5);

        Assert.ThrowsAny<ExternalException>(() => layer.call(randn(3, 2, 4), randn(5, 2, 3), randn(5, 2, 5)));
    }

    [Fact]
    public void Transformer_IsItsEncoderAndItsDecoderEachWithANorm()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Transformer(4, 2, 2, 1, 6, activation: nn.Activations.GELU);
        using var encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6, activation: nn.Activations.GELU), 2);
        using var decoder = nn.TransformerDecoder(nn.TransformerDecoderLayer(4, 2, 6, activation: nn.Activations.GELU), 1);
        layer.eval();
        encoder.eval();
        decoder.eval();
        var weights = layer.state_dict();
        using (no_grad())
        {
            foreach (var (key, weight) in encoder.state_dict())
                weight.copy_(weights[$"encoder.{key}"]);
            foreach (var (key, weight) in decoder.state_dict())
                weight.copy_(weights[$"decoder.{key}"]);
        }

        var (source, target, mask) = (randn(5, 2, 4), randn(3, 2, 4), randn(3, 5));
        var padding = zeros(2, 5, ScalarType.Bool);
        padding[1, 4] = true;
        var memory = nn.functional.layer_norm(encoder.call(source, randn(5, 5) * 0, padding), [4]);

        Approximately.Equal(
            nn.functional.layer_norm(decoder.call(target, memory, null!, mask, null!, padding), [4]),
            layer.call(source, target, null!, memory_mask: mask, src_key_padding_mask: padding, memory_key_padding_mask: padding));
        Approximately.Equal(layer.call(source, target), layer.call(source, target, zeros(5, 5)));
        Assert.Equal([6L, 4], weights["encoder.layers.1.linear1.weight"].shape);
        Assert.Equal([4L], weights["decoder.norm.bias"].shape);
        Assert.Equal(0, weights["decoder.layers.0.linear1.weight"].abs().gt(Math.Sqrt(6.0 / 10)).sum().item<long>());
    }
}
