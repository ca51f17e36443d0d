using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>InstanceNorm1d, InstanceNorm2d and InstanceNorm3d: by each row's own statistics, or by running statistics.</summary>
internal static class InstanceNormConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With<InstanceNorm1d>((graph, layer, x) => Convert(graph, layer, x, 3, "length"))
        .With<InstanceNorm2d>((graph, layer, x) => Convert(graph, layer, x, 4, "height, width"))
        .With<InstanceNorm3d>((graph, layer, x) => Convert(graph, layer, x, 5, "depth, height, width"));

    private static GraphValue Convert(GraphBuilder graph, InstanceNorm layer, GraphValue x, int rank, string sides)
    {
        var channels = layer.num_features;
        if (x.Shape.Count != rank || x.Shape[1] != channels)
            throw new ExportException($"{graph.Locate(layer)} expects [batch, {channels}, {sides}]. Received {x.Shape}.");

        var scale = layer.affine ? graph.Weight(layer, "weight") : graph.Constant(1, channels);
        var shift = layer.affine ? graph.Weight(layer, "bias") : graph.Constant(0, channels);
        return layer.track_running_stats
            ? graph.Node(
                "BatchNormalization",
                [x, scale, shift, graph.Weight(layer, "running_mean"), graph.Weight(layer, "running_var")],
                x.Shape,
                x.Type,
                ("epsilon", (float)layer.eps))
            : graph.Node("InstanceNormalization", [x, scale, shift], x.Shape, x.Type, ("epsilon", (float)layer.eps));
    }
}
