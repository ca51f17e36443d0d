using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>GroupNorm: each group of channels is one channel of an instance normalization.</summary>
internal static class GroupNormConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry.With<GroupNorm>(Convert);

    //  x [n, c, ...] ── Reshape [n, groups, rest] ── InstanceNormalization ── Reshape [n, c, ...] ── (· w + b)
    private static GraphValue Convert(GraphBuilder graph, GroupNorm layer, GraphValue x)
    {
        var extents = Extents(graph, layer, x.Shape);
        var groups = layer.num_groups;
        var rest = extents.Aggregate(1L, (product, extent) => product * extent) / groups;
        var grouped = x.Reshape(-1, groups, rest);
        var normal = graph.Node(
            "InstanceNormalization",
            [grouped, graph.Constant(1, groups), graph.Constant(0, groups)],
            grouped.Shape,
            x.Type,
            ("epsilon", (float)layer.eps));
        var y = normal.Reshape([-1, .. extents]);
        return layer.affine ? (y * Channels(graph, layer, "weight", x)) + Channels(graph, layer, "bias", x) : y;
    }

    private static long[] Extents(GraphBuilder graph, GroupNorm layer, Shape shape)
    {
        if (
            shape.Count < 3 || shape[1].Extent is not { } channels
                || channels % layer.num_groups != 0 || (layer.affine && layer.weight.shape[0] != channels))
            throw new ExportException(
                $"{graph.Locate(layer)} expects [batch, " +
                $"{(layer.affine ? $"{layer.weight.shape[0]}" : $"channels in {layer.num_groups} groups")}, ...]. Received {shape}.");
        return [.. shape.Skip(1).Select(dim => dim.Extent ?? throw new ExportException(
            $"{graph.Locate(layer)} cannot group over the symbolic dimension '{dim}' of {shape}. " +
            "Expected fixed extents after the batch."))];
    }

    private static GraphValue Channels(GraphBuilder graph, GroupNorm layer, string name, GraphValue x)
    {
        var weight = graph.Weight(layer, name);
        return weight.Reshape([weight.Shape[0].Extent!.Value, .. Enumerable.Repeat(1L, x.Shape.Count - 2)]);
    }
}
