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
            throw new ExportException(
                $"{graph.Locate(layer)} expects [..., {string.Join(", ", layer.normalized_shape)}]. Received {x.Shape}.");

        var scale = layer.weight is null ? (GraphValue?)null : graph.Weight(layer, "weight");
        var shift = layer.bias is null ? (GraphValue?)null : graph.Weight(layer, "bias");
        return Normalize(graph, x, layer.normalized_shape, layer.eps, scale, shift);
    }

    /// <summary>Normalizes to zero mean and unit deviation over the last dimensions.</summary>
    public static GraphValue Normalize(
        GraphBuilder graph, GraphValue x, long[] shape, double epsilon, GraphValue? scale, GraphValue? shift) =>
        graph.Opset < FirstOpset ? Elementary(x, shape.Length, epsilon, scale, shift) : Single(graph, x, shape, epsilon, scale, shift);

    private static GraphValue Single(GraphBuilder graph, GraphValue x, long[] shape, double epsilon, GraphValue? scale, GraphValue? shift)
    {
        var factor = scale ?? graph.Constant(1, shape.Aggregate(1L, (product, extent) => product * extent)).Reshape(shape);
        GraphValue[] shifts = shift is { } given ? [given] : [];
        return graph.Node(
            "LayerNormalization", [x, factor, .. shifts], x.Shape, x.Type, ("axis", (long)-shape.Length), ("epsilon", (float)epsilon));
    }

    // (x - mean) / √(variance + ε) · w + b
    private static GraphValue Elementary(GraphValue x, int rank, double epsilon, GraphValue? scale, GraphValue? shift)
    {
        long[] axes = [.. Enumerable.Range(1, rank).Select(axis => (long)-axis)];
        var centred = x - x.Mean(axes, keepDims: true);
        var variance = (centred * centred).Mean(axes, keepDims: true);
        var y = centred / (variance + (float)epsilon).Sqrt();
        if (scale is { } factor)
            y *= factor;
        return shift is { } added ? y + added : y;
    }
}
