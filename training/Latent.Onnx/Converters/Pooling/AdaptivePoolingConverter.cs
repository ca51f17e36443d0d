using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>Pooling to an output size: to one element, or in equal windows.</summary>
internal static class AdaptivePoolingConverter
{
    private delegate GraphValue Pool(GraphBuilder graph, string name, GraphValue x, Window window);

    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With<AdaptiveAvgPool1d>((graph, layer, x) => Convert(graph, layer, x, [layer.output_size], "GlobalAveragePool", Mean))
        .With<AdaptiveAvgPool2d>(
            (graph, layer, x) => Convert(graph, layer, x, PoolingConverter.Repeated(layer.output_size, 2, 1), "GlobalAveragePool", Mean))
        .With<AdaptiveAvgPool3d>(
            (graph, layer, x) => Convert(graph, layer, x, PoolingConverter.Repeated(layer.output_size, 3, 1), "GlobalAveragePool", Mean))
        .With<AdaptiveMaxPool1d>((graph, layer, x) => Convert(graph, layer, x, [layer.output_size], "GlobalMaxPool", Largest))
        .With<AdaptiveMaxPool2d>(
            (graph, layer, x) => Convert(graph, layer, x, PoolingConverter.Repeated(layer.output_size, 2, 1), "GlobalMaxPool", Largest))
        .With<AdaptiveMaxPool3d>(
            (graph, layer, x) => Convert(graph, layer, x, PoolingConverter.Repeated(SizeOf(graph, layer), 3, 1), "GlobalMaxPool", Largest));

    private static long[] SizeOf(GraphBuilder graph, AdaptiveMaxPool3d layer) => layer.output_size
        ?? throw new ExportException(
            $"{graph.Locate(layer)} has no output size: TorchSharp drops the one it is constructed with. " +
            "Use MaxPool3d with windows of the extent over the size.");

    private static GraphValue Convert(GraphBuilder graph, Module layer, GraphValue x, long[] size, string toOne, Pool pool)
    {
        var name = graph.Locate(layer);
        PoolingConverter.WindowOf(size.Length, size, null, null, null).Expect(name, x.Shape, null);
        if (size.All(extent => extent == 1))
            return graph.Node(toOne, [x], new Shape([x.Shape[0], x.Shape[1], .. size.Select(extent => (Dim)extent)]), x.Type);

        long[] sides = [.. size.Select((extent, axis) => x.Shape[axis + 2].Extent is { } from && from % extent == 0
            ? from / extent
            : throw new ExportException(
                $"{name} cannot divide dimension {axis + 2} of {x.Shape} into {extent} equal windows. " +
                $"Expected output size 1, or extents that divide by {string.Join(" and ", size)}."))];
        return pool(graph, name, x, PoolingConverter.WindowOf(size.Length, sides, null, null, null));
    }

    private static GraphValue Mean(GraphBuilder graph, string name, GraphValue x, Window window) =>
        MeanPool.Means(graph, name, x, window, countPadding: false);

    private static GraphValue Largest(GraphBuilder graph, string name, GraphValue x, Window window) =>
        PoolingConverter.Largest(graph, name, x, window, roundUp: false);
}
