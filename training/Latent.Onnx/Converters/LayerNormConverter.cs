using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>LayerNorm: one operator from opset 17 on, its definition in elementary operators below.</summary>
internal static class LayerNormConverter
{
    private const int FirstOpset = 17;

    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry.With<LayerNorm>(Convert);

    private static GraphValue Convert(GraphBuilder graph, LayerNorm layer, GraphValue x)
    {
        var rank = layer.normalized_shape.Length;
        if (x.Shape.Count < rank || !x.Shape.TakeLast(rank).SequenceEqual(layer.normalized_shape.Select(extent => (Dim)extent)))
            throw new ExportException($"{graph.Locate(layer)} expects [..., {string.Join(", ", layer.normalized_shape)}]. Received {x.Shape}.");

        return graph.Opset < FirstOpset ? Elementary(graph, layer, x, rank) : Single(graph, layer, x, rank);
    }

    private static GraphValue Single(GraphBuilder graph, LayerNorm layer, GraphValue x, int rank)
    {
        GraphValue[] scale = layer.weight is null
            ? [graph.Constant(1, layer.normalized_shape.Aggregate(1L, (product, extent) => product * extent)).Reshape(layer.normalized_shape)]
            : [graph.Weight(layer, "weight")];
        GraphValue[] shift = layer.bias is null ? [] : [graph.Weight(layer, "bias")];
        return graph.Node("LayerNormalization", [x, .. scale, .. shift], x.Shape, x.Type, ("axis", (long)-rank), ("epsilon", (float)layer.eps));
    }

    // (x - mean) / √(variance + ε) · w + b
    private static GraphValue Elementary(GraphBuilder graph, LayerNorm layer, GraphValue x, int rank)
    {
        long[] axes = [.. Enumerable.Range(1, rank).Select(axis => (long)-axis)];
        var centred = x - x.Mean(axes, keepDims: true);
        var variance = (centred * centred).Mean(axes, keepDims: true);
        var y = centred / (variance + (float)layer.eps).Sqrt();
        if (layer.weight is not null)
            y *= graph.Weight(layer, "weight");
        return layer.bias is null ? y : y + graph.Weight(layer, "bias");
    }
}
