using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>The layers of transformers and stacks of them, normalised behind each part (Vaswani et al., arXiv:1706.03762).</summary>
internal static class TransformerConverter
{
    // TorchSharp offers no other.
    private const double Epsilon = 1e-5;

    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .WithInputs<TransformerEncoderLayer>((graph, layer, inputs) => [Encode(new Part(graph, layer, AttentionLayout.From(layer), ""), Filled(inputs))])
        .WithInputs<TransformerEncoder>((graph, layer, inputs) => [Encoder(new Part(graph, layer, AttentionLayout.From(layer), ""), Filled(inputs))])
        .WithInputs<TransformerDecoderLayer>((graph, layer, inputs) => [Decode(new Part(graph, layer, AttentionLayout.From(layer), ""), Filled(inputs))])
        .WithInputs<TransformerDecoder>((graph, layer, inputs) => [Decoder(new Part(graph, layer, AttentionLayout.From(layer), ""), Filled(inputs))])
        .WithInputs<Transformer>((graph, layer, inputs) => [Whole(new Part(graph, layer, AttentionLayout.From(layer), ""), Filled(inputs))]);

    // A Transformer takes two sequences, three masks and three paddings; what is left out at the end is null.
    private static IReadOnlyList<GraphValue?> Filled(IReadOnlyList<GraphValue?> inputs) => [.. inputs, .. new GraphValue?[8]];

    // source, target, masks of the source, the target and the memory, paddings of the same
    private static GraphValue Whole(Part layer, IReadOnlyList<GraphValue?> inputs)
    {
        var (source, target) = (inputs[0]!.Value, inputs[1]!.Value);
        var memory = layer.Within("encoder", nameof(TransformerEncoder), source, encoder => Encoder(encoder, [source, inputs[2], inputs[5]]));
        return layer.Within("decoder", nameof(TransformerDecoder), target, decoder => Decoder(decoder, [target, memory, inputs[3], inputs[4], inputs[6], inputs[7]]));
    }

    private static GraphValue Encoder(Part stack, IReadOnlyList<GraphValue?> inputs)
    {
        var x = inputs[0]!.Value;
        for (var i = 0; stack.Has($"layers.{i}.norm1.weight"); i++)
            x = stack.Within($"layers.{i}", nameof(TransformerEncoderLayer), x, layer => Encode(layer, [x, .. inputs.Skip(1)]));
        return Last(stack, x);
    }

    private static GraphValue Decoder(Part stack, IReadOnlyList<GraphValue?> inputs)
    {
        var x = inputs[0]!.Value;
        for (var i = 0; stack.Has($"layers.{i}.norm1.weight"); i++)
            x = stack.Within($"layers.{i}", nameof(TransformerDecoderLayer), x, layer => Decode(layer, [x, .. inputs.Skip(1)]));
        return Last(stack, x);
    }

    // The stacks of a Transformer end in a layer norm of their own.
    private static GraphValue Last(Part stack, GraphValue x) => stack.Has("norm.weight") ? Norm(stack, "norm", x) : x;

    // x, mask, padding
    private static GraphValue Encode(Part layer, IReadOnlyList<GraphValue?> inputs)
    {
        var x = inputs[0]!.Value;
        x = Norm(layer, "norm1", x + Attend(layer, "self_attn", x, x, inputs[2], inputs[1]));
        return Norm(layer, "norm2", x + FeedForward(layer, x));
    }

    // x, memory, mask, mask of the memory, padding, padding of the memory
    private static GraphValue Decode(Part layer, IReadOnlyList<GraphValue?> inputs)
    {
        var (x, memory) = (inputs[0]!.Value, inputs[1]!.Value);
        x = Norm(layer, "norm1", x + Attend(layer, "self_attn", x, x, inputs[4], inputs[2]));
        x = Norm(layer, "norm2", x + Attend(layer, "multihead_attn", x, memory, inputs[5], inputs[3]));
        return Norm(layer, "norm3", x + FeedForward(layer, x));
    }

    private static GraphValue Attend(Part layer, string name, GraphValue x, GraphValue memory, GraphValue? padding, GraphValue? mask) =>
        layer.Within(name, nameof(MultiheadAttention), x, attention =>
            AttentionConverter.Attend(attention.Graph, attention.Layer, attention.Prefix, layer.Layout, [x, memory, memory], padding, mask).Output);

    private static GraphValue FeedForward(Part layer, GraphValue x)
    {
        var hidden = AttentionConverter.Dense(layer.Graph, layer.Layer, layer.Prefix, "linear1", x);
        return AttentionConverter.Dense(layer.Graph, layer.Layer, layer.Prefix, "linear2", layer.Layout.IsGelu ? Activations.ExactGelu(hidden) : hidden.Relu());
    }

    private static GraphValue Norm(Part layer, string name, GraphValue x) => layer.Within(name, nameof(LayerNorm), x, norm =>
        LayerNormConverter.Normalize(norm.Graph, x, [x.Shape[-1].Extent!.Value], Epsilon, norm.Weight("weight"), norm.Weight("bias")));

    /// <summary>A part of a layer: TorchSharp shows the parameters of all of them as those of the layer, named by path.</summary>
    /// <param name="Graph">The graph.</param>
    /// <param name="Layer">The layer that is being converted.</param>
    /// <param name="Layout">How it was made.</param>
    /// <param name="Prefix">What stands before the names of the part's parameters.</param>
    private sealed record Part(GraphBuilder Graph, Module Layer, AttentionLayout Layout, string Prefix)
    {
        public bool Has(string name) => Layer.state_dict().ContainsKey($"{Prefix}{name}");

        public GraphValue Weight(string name) => Graph.Weight(Layer, $"{Prefix}{name}");

        public GraphValue Within(string name, string kind, GraphValue input, Func<Part, GraphValue> record) =>
            Graph.Part(name, kind, input, () => record(this with { Prefix = $"{Prefix}{name}." }));
    }
}
