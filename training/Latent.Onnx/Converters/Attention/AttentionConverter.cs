using Latent.Onnx.Converters;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

/// <summary>MultiheadAttention: softmax(Q Kᵀ / √d + mask) V for each head, over [steps, batch, features].</summary>
/// <remarks>
/// A mask is [steps, keys] and is added to the scores: 0 lets a step see a key, negative infinity hides it. A padding mask is
/// [batch, keys]: values other than 0 hide the key from all steps; each row needs one key that is seen.
/// </remarks>
public static class AttentionConverter
{
    private static readonly string[] Parts = ["q", "k", "v"];

    /// <summary>Runs multi-head attention (Vaswani et al., arXiv:1706.03762).</summary>
    /// <typeparam name="V">The backend.</typeparam>
    /// <param name="query">The queries, [steps, batch, features].</param>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="key">The keys, [keys, batch, features].</param>
    /// <param name="value">The values, [keys, batch, features].</param>
    /// <param name="padding">The keys to hide, [batch, keys]; none where null.</param>
    /// <param name="mask">The mask to add to the scores, [steps, keys]; none where null.</param>
    /// <returns>The outputs, [steps, batch, features], and the weights of the keys, a mean over the heads, [batch, steps, keys].</returns>
    public static (V Output, V Weights) Apply<V>(this V query, MultiheadAttention layer, V key, V value, V? padding = null, V? mask = null)
        where V : struct, IValue<V>
    {
        var outputs = V.Apply(layer, [query, key, value, padding, mask]);
        return (outputs[0], outputs[1]);
    }

    internal static ConverterRegistry AddTo(ConverterRegistry registry) => registry.With(new LayerKind<MultiheadAttention>
    {
        Signature = Signature.Create(required: 3, optional: 2),
        Convert = Convert,
        Run = Run,
        Parts = (layer, call) => AttentionParts.Find(layer, AttentionLayout.From(layer), call),
    });

    private static Tensor[] Run(MultiheadAttention layer, IReadOnlyList<Tensor?> inputs)
    {
        var (output, weights) = layer.call(inputs[0]!, inputs[1]!, inputs[2]!, AttentionParts.ToBool(inputs[3]), true, inputs[4]);
        return [output, weights];
    }

    private static GraphValue[] Convert(GraphBuilder graph, MultiheadAttention layer, IReadOnlyList<GraphValue?> inputs)
    {
        var (output, weights) = Attend(
            graph, layer, "", AttentionLayout.From(layer), [inputs[0]!.Value, inputs[1]!.Value, inputs[2]!.Value], inputs[3], inputs[4]);
        return [output, weights.Mean([1])];
    }

    /// <summary>Attention over the parameters of a layer.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="layer">The layer that owns the parameters.</param>
    /// <param name="prefix">The prefix of their names.</param>
    /// <param name="layout">The layer's settings.</param>
    /// <param name="inputs">Query, key and value.</param>
    /// <param name="padding">[batch, keys], not 0 for hidden keys.</param>
    /// <param name="mask">[steps, keys], added to the scores.</param>
    /// <returns>The outputs, [steps, batch, features], and the weights of each head, [batch, heads, steps, keys], those of added keys
    /// last.</returns>
    //  q ── Linear ── [batch, heads, steps, d] ──┬─ added keys [heads, d, n] ─ MatMul ──────┐
    //  k ── Linear ── [batch, heads, d, keys] ─ MatMul ── masks ─────────────────────── Concat ── Softmax ──┐
    //  v ── Linear ── [batch, heads, keys, d] ───────────────────────────────────────────────────────── MatMul ── Linear ── output
    internal static (GraphValue Output, GraphValue Weights) Attend(
        GraphBuilder graph, Module layer, string prefix, AttentionLayout layout, GraphValue[] inputs, GraphValue? padding, GraphValue? mask)
    {
        Check(graph, layer, inputs, padding, mask);
        var projected = inputs.Select((x, part) => Split(Project(graph, layer, prefix, part, x), layout.Heads)).ToArray();
        var size = projected[0].Shape[-1].Extent!.Value;
        var query = projected[0].Permute(1, 2, 0, 3) / MathF.Sqrt(size);
        var scores = query.MatMul(projected[1].Permute(1, 2, 3, 0));
        if (mask is { } added)
            scores += added;
        if (padding is { } hidden)
            scores = graph.Constant(float.NegativeInfinity).Where(hidden.Unsqueeze(1).Unsqueeze(2), scores);

        var more = AddedKeys.TryCreate(graph, layer, prefix, layout);
        var weights = (more?.Behind(scores, query) ?? scores).Softmax(-1);
        var values = projected[2].Permute(1, 2, 0, 3);
        var answers = more?.Answer(weights, values) ?? weights.MatMul(values);
        return (Dense(graph, layer, prefix, "out_proj", Merge(answers.Permute(2, 0, 1, 3))), weights);
    }

    /// <summary>x · Wᵀ + b with named parameters, as a part of the layer.</summary>
    internal static GraphValue Dense(GraphBuilder graph, Module layer, string prefix, string part, GraphValue x) =>
        graph.Part(part, nameof(Linear), x, () =>
    {
        var name = $"{prefix}{part}";
        var weight = graph.Weight(layer, $"{name}.weight.T", weights => weights[$"{name}.weight"].t());
        return Sum(x.MatMul(weight), layer.state_dict().ContainsKey($"{name}.bias") ? graph.Weight(layer, $"{name}.bias") : null);
    });

    private static void Check(GraphBuilder graph, Module layer, GraphValue[] inputs, GraphValue? padding, GraphValue? mask)
    {
        foreach (var input in inputs)
        {
            if (input.Shape.Count != 3)
                throw new ExportException($"{graph.Locate(layer)} expects [steps, batch, features]. Received {input.Shape}.");
        }

        var (steps, batch, keys) = (inputs[0].Shape[0], inputs[0].Shape[1], inputs[1].Shape[0]);
        if (mask is { } added && !added.Shape.Equals(new Shape(steps, keys)))
            throw new ExportException(
                $"{graph.Locate(layer)} expects a mask of [{steps}, {keys}], steps by keys, the same for every row and head. " +
                $"Received {added.Shape}.");
        if (padding is { } hidden && !hidden.Shape.Equals(new Shape(batch, keys)))
            throw new ExportException(
                $"{graph.Locate(layer)} expects a padding mask of [{batch}, {keys}], batch by keys. Received {hidden.Shape}.");
    }

    // One matrix holds all three projections where their sizes are equal.
    private static GraphValue Project(GraphBuilder graph, Module layer, string prefix, int part, GraphValue x)
    {
        var (joint, own) = ($"{prefix}in_proj_weight", $"{prefix}{Parts[part]}_proj_weight");
        var known = layer.state_dict();
        var weight = graph.Weight(
            layer, $"{own}.T", weights => (weights.TryGetValue(joint, out var all) ? all.chunk(3, 0)[part] : weights[own]).t());
        if (x.Shape[-1] != weight.Shape[0])
            throw new ExportException($"{graph.Locate(layer)} expects [steps, batch, {weight.Shape[0]}]. Received {x.Shape}.");
        return graph.Part($"{Parts[part]}_proj", nameof(Linear), x, () =>
            Sum(
                x.MatMul(weight),
                known.ContainsKey($"{prefix}in_proj_bias")
                    ? graph.Weight(layer, $"{prefix}{Parts[part]}_proj_bias", weights => weights[$"{prefix}in_proj_bias"].chunk(3, 0)[part])
                    : null));
    }

    private static GraphValue Sum(GraphValue x, GraphValue? bias) => bias is { } added ? x + added : x;

    // ONNX's Reshape keeps a dimension for 0: two of them may be symbolic.
    private static GraphValue Split(GraphValue x, long heads)
    {
        var size = x.Shape[-1].Extent!.Value / heads;
        return x.Graph.Node("Reshape", [x, x.Graph.Constant([0, 0, heads, size])], new Shape(x.Shape[0], x.Shape[1], heads, size), x.Type);
    }

    private static GraphValue Merge(GraphValue x)
    {
        var size = x.Shape[2].Extent!.Value * x.Shape[3].Extent!.Value;
        return x.Graph.Node("Reshape", [x, x.Graph.Constant([0, 0, size])], new Shape(x.Shape[0], x.Shape[1], size), x.Type);
    }
}
