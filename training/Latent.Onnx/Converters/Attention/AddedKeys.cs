using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>
/// Keys and values that attention adds: a learned one (<c>add_bias_kv</c>), then one of zeros
/// (<c>add_zero_attn</c>). They follow the given ones, are the same for every row, and no mask hides them.
/// </summary>
/// <param name="Keys">[heads, d, n].</param>
/// <param name="Values">[heads, n, d].</param>
internal sealed record AddedKeys(GraphValue Keys, GraphValue Values)
{
    public static AddedKeys? TryCreate(GraphBuilder graph, Module layer, string prefix, AttentionLayout layout)
    {
        var isLearnt = layer.state_dict().ContainsKey($"{prefix}bias_k");
        if (!isLearnt && !layout.HasZeroKey)
            return null;

        return new AddedKeys(
            graph.Weight(layer, $"{prefix}bias_k.added.T", weights => Rows(weights, prefix, "bias_k", layout).transpose(1, 2)),
            graph.Weight(layer, $"{prefix}bias_v.added", weights => Rows(weights, prefix, "bias_v", layout)));
    }

    /// <summary>The scores of given keys, [batch, heads, steps, keys], followed by those of added ones.</summary>
    public GraphValue Behind(GraphValue scores, GraphValue query)
    {
        var shape = scores.Shape.With(-1, SymbolicExtent.Add(scores.Shape[-1], Count));
        return scores.Graph.Node("Concat", [scores, query.MatMul(Keys)], shape, scores.Type, ("axis", 3L));
    }

    /// <summary>The outputs over given and added values, by the weights of all keys.</summary>
    public GraphValue Answer(GraphValue weights, GraphValue values)
    {
        var given = Cut(weights, 0, -Count, values.Shape[2]);
        return given.MatMul(values) + Cut(weights, -Count, long.MaxValue, Count).MatMul(Values);
    }

    private long Count => Values.Shape[1].Extent!.Value;

    private static GraphValue Cut(GraphValue x, long start, long end, Dim extent) => x.Graph.Node(
        "Slice", [x, x.Graph.Constant([start]), x.Graph.Constant([end]), x.Graph.Constant([3])], x.Shape.With(-1, extent), x.Type);

    // [heads, n, d]
    private static Tensor Rows(IReadOnlyDictionary<string, Tensor> weights, string prefix, string bias, AttentionLayout layout)
    {
        var projection = weights[$"{prefix}out_proj.weight"];
        Tensor Zeros(long count) => projection.new_zeros([layout.Heads, count, projection.shape[1] / layout.Heads]);
        var learnt = weights.TryGetValue($"{prefix}{bias}", out var row) ? row.reshape(layout.Heads, 1, -1) : Zeros(0);
        return layout.HasZeroKey ? cat([learnt, Zeros(1)], 1) : learnt;
    }
}
