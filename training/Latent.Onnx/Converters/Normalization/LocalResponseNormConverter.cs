using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>
/// LocalResponseNorm: x / (k + alpha · mean of squares over neighboring channels)^beta, the mean taken over the whole size,
/// missing channels included.
/// </summary>
internal static class LocalResponseNormConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry.With<LocalResponseNorm>(Convert);

    private static GraphValue Convert(GraphBuilder graph, LocalResponseNorm layer, GraphValue x)
    {
        if (x.Shape.Count < 3)
            throw new ExportException($"{graph.Locate(layer)} expects [batch, channels, ...]. Received {x.Shape}.");
        return layer.size % 2 == 1 && x.Shape.Count == 4 ? Single(layer, x) : Elementary(graph, layer, x);
    }

    private static GraphValue Single(LocalResponseNorm layer, GraphValue x) => x.Unary(
        "LRN", ("alpha", (float)layer.alpha), ("beta", (float)layer.beta), ("bias", (float)layer.k), ("size", layer.size));

    //  x² ── Reshape [n, 1, c, rest] ── AveragePool over c ── Reshape ── · alpha + k ── Pow beta ── x / it
    //  ONNX's LRN centers windows of an even size differently, and runtimes support only images.
    private static GraphValue Elementary(GraphBuilder graph, LocalResponseNorm layer, GraphValue x)
    {
        long[] extents = [.. x.Shape.Skip(1).Select(dim => dim.Extent ?? throw new ExportException(
            $"{graph.Locate(layer)} cannot sum over the symbolic dimension '{dim}' of {x.Shape}. " +
            "Expected fixed extents after the batch, or an odd size over [batch, channels, height, width]."))];
        var rows = (x * x).Reshape(-1, 1, extents[0], extents.Skip(1).Aggregate(1L, (product, extent) => product * extent));
        var window = new Window([layer.size, 1], [1, 1], [1, 1], [layer.size / 2, 0], [(layer.size - 1) / 2, 0]);
        var mean = MeanPool.Means(graph, graph.Locate(layer), rows, window, countPadding: true).Reshape([-1, .. extents]);
        return x / ((mean * (float)layer.alpha) + (float)layer.k).Pow((float)layer.beta);
    }
}
