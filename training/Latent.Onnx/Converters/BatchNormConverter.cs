using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>BatchNorm1d, BatchNorm2d and BatchNorm3d, with the statistics that training gathered.</summary>
internal static class BatchNormConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With<BatchNorm1d>((graph, layer, x) => Convert(graph, layer, x, "[batch, {0}] or [batch, {0}, length]", 2, 3))
        .With<BatchNorm2d>((graph, layer, x) => Convert(graph, layer, x, "[batch, {0}, height, width]", 4))
        .With<BatchNorm3d>((graph, layer, x) => Convert(graph, layer, x, "[batch, {0}, depth, height, width]", 5));

    private static GraphValue Convert(GraphBuilder graph, BatchNorm layer, GraphValue x, string expected, params ReadOnlySpan<int> ranks)
    {
        var channels = layer.num_features;
        if (!ranks.Contains(x.Shape.Count) || x.Shape[1] != channels)
            throw new ExportException($"{graph.Locate(layer)} expects {string.Format(System.Globalization.CultureInfo.InvariantCulture, expected, channels)}. Received {x.Shape}.");
        if (layer.running_mean is null || layer.running_var is null)
            throw new ExportException($"{graph.Locate(layer)} keeps no running statistics (track_running_stats is false): it would normalise every row by the batch that it comes in. Train it with track_running_stats, or use LayerNorm or GroupNorm.");

        var scale = layer.affine ? graph.Weight(layer, "weight") : graph.Constant(1, channels);
        var shift = layer.affine ? graph.Weight(layer, "bias") : graph.Constant(0, channels);
        return graph.Node(
            "BatchNormalization",
            [x, scale, shift, graph.Weight(layer, "running_mean"), graph.Weight(layer, "running_var")],
            x.Shape,
            x.Type,
            ("epsilon", (float)layer.eps));
    }
}
