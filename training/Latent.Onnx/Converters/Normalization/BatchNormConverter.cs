using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>
/// BatchNorm1d, BatchNorm2d and BatchNorm3d, with running statistics, or with the batch's own where the layer tracks none.
/// </summary>
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
            throw new ExportException(
                $"{graph.Locate(layer)} expects {string.Format(System.Globalization.CultureInfo.InvariantCulture, expected, channels)}. " +
                $"Received {x.Shape}.");
        if (layer.running_mean is null || layer.running_var is null)
            return ByTheBatch(graph, layer, x);

        var scale = layer.affine ? graph.Weight(layer, "weight") : graph.Constant(1, channels);
        var shift = layer.affine ? graph.Weight(layer, "bias") : graph.Constant(0, channels);
        return graph.Node(
            "BatchNormalization",
            [x, scale, shift, graph.Weight(layer, "running_mean"), graph.Weight(layer, "running_var")],
            x.Shape,
            x.Type,
            ("epsilon", (float)layer.eps));
    }

    // Without running statistics every row is normalized by its batch, in evaluation mode too: (x - mean) / √(variance + ε) · w + b
    private static GraphValue ByTheBatch(GraphBuilder graph, BatchNorm layer, GraphValue x)
    {
        long[] axes = [0, .. Enumerable.Range(2, x.Shape.Count - 2).Select(axis => (long)axis)];
        var centred = x - x.Mean(axes, keepDims: true);
        var y = centred / ((centred * centred).Mean(axes, keepDims: true) + (float)layer.eps).Sqrt();
        return layer.affine ? (y * Channels(graph, layer, "weight", x)) + Channels(graph, layer, "bias", x) : y;
    }

    private static GraphValue Channels(GraphBuilder graph, BatchNorm layer, string name, GraphValue x) =>
        graph.Weight(layer, name).Reshape([layer.num_features, .. Enumerable.Repeat(1L, x.Shape.Count - 2)]);
}
