using Latent.Onnx.Converters;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>The layers of transformers and stacks of them, normalized after each part (Vaswani et al., arXiv:1706.03762).</summary>
/// <remarks>
/// Sequences are [steps, batch, features]. A mask is [steps, keys] and is added to the scores: 0 lets a step see a key, negative
/// infinity hides it. A padding mask is [batch, keys]: values other than 0 hide the key from all steps; each row needs one key
/// that is seen.
/// </remarks>
public static class TransformerConverter
{
    // TorchSharp offers no other.
    private const double Epsilon = 1e-5;

    /// <summary>Runs a layer of a transformer's encoder.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The sequences, [steps, batch, features].</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="mask">The mask to add to the scores, [steps, steps]; none where null.</param>
    /// <param name="padding">The steps to hide, [batch, steps]; none where null.</param>
    public static V Apply<V>(this V x, TransformerEncoderLayer layer, V? mask = null, V? padding = null)
        where V : struct, IValue<V> => V.Apply(layer, [x, mask, padding])[0];

    /// <summary>Runs a transformer's encoder.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The sequences, [steps, batch, features].</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="mask">The mask to add to the scores, [steps, steps]; none where null.</param>
    /// <param name="padding">The steps to hide, [batch, steps]; none where null.</param>
    public static V Apply<V>(this V x, TransformerEncoder layer, V? mask = null, V? padding = null)
        where V : struct, IValue<V> => V.Apply(layer, [x, mask, padding])[0];

    /// <summary>Runs a layer of a transformer's decoder.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The sequences, [steps, batch, features].</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="memory">The output of the encoder, [keys, batch, features].</param>
    /// <param name="mask">The mask to add to the scores of the steps, [steps, steps]; none where null.</param>
    /// <param name="memoryMask">The mask to add to the scores of the memory, [steps, keys]; none where null.</param>
    /// <param name="padding">The steps to hide, [batch, steps]; none where null.</param>
    /// <param name="memoryPadding">The keys of the memory to hide, [batch, keys]; none where null.</param>
    public static V Apply<V>(
        this V x, TransformerDecoderLayer layer, V memory, V? mask = null, V? memoryMask = null, V? padding = null, V? memoryPadding = null)
        where V : struct, IValue<V> => V.Apply(layer, [x, memory, mask, memoryMask, padding, memoryPadding])[0];

    /// <summary>Runs a transformer's decoder.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="x">The sequences, [steps, batch, features].</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="memory">The output of the encoder, [keys, batch, features].</param>
    /// <param name="mask">The mask to add to the scores of the steps, [steps, steps]; none where null.</param>
    /// <param name="memoryMask">The mask to add to the scores of the memory, [steps, keys]; none where null.</param>
    /// <param name="padding">The steps to hide, [batch, steps]; none where null.</param>
    /// <param name="memoryPadding">The keys of the memory to hide, [batch, keys]; none where null.</param>
    public static V Apply<V>(
        this V x, TransformerDecoder layer, V memory, V? mask = null, V? memoryMask = null, V? padding = null, V? memoryPadding = null)
        where V : struct, IValue<V> => V.Apply(layer, [x, memory, mask, memoryMask, padding, memoryPadding])[0];

    /// <summary>Runs a transformer.</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="source">The input of its encoder, [steps, batch, features].</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="target">The input of its decoder, [targets, batch, features].</param>
    /// <param name="mask">The mask to add to the scores of the source, [steps, steps]; none where null.</param>
    /// <param name="targetMask">The mask to add to the scores of the target, [targets, targets]; none where null.</param>
    /// <param name="memoryMask">The mask to add to the scores of the memory, [targets, steps]; none where null.</param>
    /// <param name="padding">The steps of the source to hide from the encoder, [batch, steps]; none where null.</param>
    /// <param name="targetPadding">The steps of the target to hide, [batch, targets]; none where null.</param>
    /// <param name="memoryPadding">The steps of the memory to hide, [batch, steps]; none where null.</param>
    /// <returns>The output of the decoder, [targets, batch, features].</returns>
    public static V Apply<V>(
        this V source,
        Transformer layer,
        V target,
        V? mask = null,
        V? targetMask = null,
        V? memoryMask = null,
        V? padding = null,
        V? targetPadding = null,
        V? memoryPadding = null)
        where V : struct, IValue<V> =>
        V.Apply(layer, [source, target, mask, targetMask, memoryMask, padding, targetPadding, memoryPadding])[0];

    internal static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With(new LayerKind<TransformerEncoderLayer>
        {
            Signature = Signature.Create(required: 1, optional: 2),
            Convert = (graph, layer, inputs) => [Encode(new Part(graph, layer, AttentionLayout.From(layer), ""), inputs)],
            Run = (layer, x) => [x is [_, null, null] ? layer.call(x[0]!) : layer.call(x[0]!, x[1]!, Bool(x[2])!)],
            Parts = (layer, call) => AttentionParts.Find(layer, AttentionLayout.From(layer), call),
        })
        .With(new LayerKind<TransformerEncoder>
        {
            Signature = Signature.Create(required: 1, optional: 2),
            Convert = (graph, layer, inputs) => [Encoder(new Part(graph, layer, AttentionLayout.From(layer), ""), inputs)],
            Run = (layer, x) => [layer.call(x[0]!, x[1]!, Bool(x[2])!)],
            Parts = (layer, call) => AttentionParts.Find(layer, AttentionLayout.From(layer), call),
        })
        .With(new LayerKind<TransformerDecoderLayer>
        {
            Signature = Signature.Create(required: 2, optional: 4),
            Convert = (graph, layer, inputs) => [Decode(new Part(graph, layer, AttentionLayout.From(layer), ""), inputs)],
            Run = (layer, x) => [layer.call(x[0]!, x[1]!, x[2]!, x[3]!, Bool(x[4])!, Bool(x[5])!)],
            Parts = (layer, call) => AttentionParts.Find(layer, AttentionLayout.From(layer), call),
        })
        .With(new LayerKind<TransformerDecoder>
        {
            Signature = Signature.Create(required: 2, optional: 4),
            Convert = (graph, layer, inputs) => [Decoder(new Part(graph, layer, AttentionLayout.From(layer), ""), inputs)],
            Run = (layer, x) => [layer.call(x[0]!, x[1]!, x[2]!, x[3]!, Bool(x[4])!, Bool(x[5])!)],
            Parts = (layer, call) => AttentionParts.Find(layer, AttentionLayout.From(layer), call),
        })
        .With(new LayerKind<Transformer>
        {
            Signature = Signature.Create(required: 2, optional: 6),
            Convert = (graph, layer, inputs) => [Whole(new Part(graph, layer, AttentionLayout.From(layer), ""), inputs)],
            Run = (layer, x) => [layer.call(x[0]!, x[1]!, x[2]!, x[3], x[4], Bool(x[5]), Bool(x[6]), Bool(x[7]))],
            Parts = (layer, call) => AttentionParts.Find(layer, AttentionLayout.From(layer), call),
        });

    private static Tensor? Bool(Tensor? padding) => AttentionParts.ToBool(padding);

    // source, target, masks of the source, the target and the memory, paddings of the same
    private static GraphValue Whole(Part layer, IReadOnlyList<GraphValue?> inputs)
    {
        var (source, target) = (inputs[0]!.Value, inputs[1]!.Value);
        var memory = layer.Within(
            "encoder", nameof(TransformerEncoder), source, encoder => Encoder(encoder, [source, inputs[2], inputs[5]]));
        return layer.Within(
            "decoder",
            nameof(TransformerDecoder),
            target,
            decoder => Decoder(decoder, [target, memory, inputs[3], inputs[4], inputs[6], inputs[7]]));
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
            AttentionConverter.Attend(
                attention.Graph, attention.Layer, attention.Prefix, layer.Layout, [x, memory, memory], padding, mask).Output);

    private static GraphValue FeedForward(Part layer, GraphValue x)
    {
        var hidden = AttentionConverter.Dense(layer.Graph, layer.Layer, layer.Prefix, "linear1", x);
        return AttentionConverter.Dense(
            layer.Graph, layer.Layer, layer.Prefix, "linear2", layer.Layout.IsGelu ? ActivationConverter.ExactGelu(hidden) : hidden.Relu());
    }

    private static GraphValue Norm(Part layer, string name, GraphValue x) => layer.Within(name, nameof(LayerNorm), x, norm =>
        LayerNormConverter.Normalize(norm.Graph, x, [x.Shape[-1].Extent!.Value], Epsilon, norm.Weight("weight"), norm.Weight("bias")));

    /// <summary>A part of a layer: TorchSharp exposes the parameters of all parts as the layer's, named by path.</summary>
    /// <param name="Graph">The graph.</param>
    /// <param name="Layer">The layer that is being converted.</param>
    /// <param name="Layout">Its settings.</param>
    /// <param name="Prefix">The prefix of the part's parameter names.</param>
    private sealed record Part(GraphBuilder Graph, Module Layer, AttentionLayout Layout, string Prefix)
    {
        public bool Has(string name) => Layer.state_dict().ContainsKey($"{Prefix}{name}");

        public GraphValue Weight(string name) => Graph.Weight(Layer, $"{Prefix}{name}");

        public GraphValue Within(string name, string kind, GraphValue input, Func<Part, GraphValue> record) =>
            Graph.Part(name, kind, input, () => record(this with { Prefix = $"{Prefix}{name}." }));
    }
}
