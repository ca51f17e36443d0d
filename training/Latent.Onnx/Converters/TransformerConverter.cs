using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>The layers of transformers and stacks of them, normalised behind each part (Vaswani et al., arXiv:1706.03762).</summary>
internal static class TransformerConverter
{
    // TorchSharp offers no other.
    private const double Epsilon = 1e-5;

    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .WithInputs<TransformerEncoderLayer>((graph, layer, inputs) => [Encode(graph, layer, AttentionLayout.Of(layer), isStack: false, inputs)])
        .WithInputs<TransformerEncoder>((graph, layer, inputs) => [Encode(graph, layer, AttentionLayout.Of(layer), isStack: true, inputs)])
        .WithInputs<TransformerDecoderLayer>((graph, layer, inputs) => [Decode(graph, layer, AttentionLayout.Of(layer), isStack: false, inputs)])
        .WithInputs<TransformerDecoder>((graph, layer, inputs) => [Decode(graph, layer, AttentionLayout.Of(layer), isStack: true, inputs)]);

    // x, mask, padding
    private static GraphValue Encode(GraphBuilder graph, Module layer, AttentionLayout layout, bool isStack, IReadOnlyList<GraphValue?> inputs)
    {
        var x = inputs[0]!.Value;
        var (mask, padding) = (inputs.ElementAtOrDefault(1), inputs.ElementAtOrDefault(2));
        for (var i = 0; i < layout.Layers; i++)
        {
            var prefix = AttentionLayout.Prefix(isStack, i);
            x = Attend(graph, layer, layout, $"{prefix}self_attn", $"{prefix}norm1.", x, x, padding, mask);
            x = FeedForward(graph, layer, layout, prefix, $"{prefix}norm2.", x);
        }

        return x;
    }

    // x, memory, mask, mask of the memory, padding, padding of the memory
    private static GraphValue Decode(GraphBuilder graph, Module layer, AttentionLayout layout, bool isStack, IReadOnlyList<GraphValue?> inputs)
    {
        var (x, memory) = (inputs[0]!.Value, inputs[1]!.Value);
        for (var i = 0; i < layout.Layers; i++)
        {
            var prefix = AttentionLayout.Prefix(isStack, i);
            x = Attend(graph, layer, layout, $"{prefix}self_attn", $"{prefix}norm1.", x, x, inputs[4], inputs[2]);
            x = Attend(graph, layer, layout, $"{prefix}multihead_attn", $"{prefix}norm2.", x, memory, inputs[5], inputs[3]);
            x = FeedForward(graph, layer, layout, prefix, $"{prefix}norm3.", x);
        }

        return x;
    }

    private static GraphValue Attend(
        GraphBuilder graph, Module layer, AttentionLayout layout, string part, string norm, GraphValue x, GraphValue memory, GraphValue? padding, GraphValue? mask)
    {
        var answers = graph.In(part, () => AttentionConverter.Attend(graph, layer, $"{part}.", layout.Heads, [x, memory, memory], padding, mask).Output);
        return Norm(graph, layer, norm, x + answers);
    }

    private static GraphValue FeedForward(GraphBuilder graph, Module layer, AttentionLayout layout, string prefix, string norm, GraphValue x)
    {
        var hidden = graph.In($"{prefix}linear1", () => AttentionConverter.Dense(graph, layer, $"{prefix}linear1.", x));
        var bent = layout.IsGelu ? Activations.ExactGelu(hidden) : hidden.Relu();
        return Norm(graph, layer, norm, x + graph.In($"{prefix}linear2", () => AttentionConverter.Dense(graph, layer, $"{prefix}linear2.", bent)));
    }

    private static GraphValue Norm(GraphBuilder graph, Module layer, string prefix, GraphValue x) => graph.In(prefix.TrimEnd('.'), () =>
        LayerNormConverter.Normalize(graph, x, [x.Shape[-1].Extent!.Value], Epsilon, graph.Weight(layer, $"{prefix}weight"), graph.Weight(layer, $"{prefix}bias")));
}
