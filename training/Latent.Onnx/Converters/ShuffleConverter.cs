using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>PixelShuffle, PixelUnshuffle and ChannelShuffle: elements moved between channels and pixels.</summary>
internal static class ShuffleConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With<PixelShuffle>(ToPixels)
        .With<PixelUnshuffle>(ToChannels)
        .With<ChannelShuffle>(Channels);

    private static GraphValue ToPixels(GraphBuilder graph, PixelShuffle layer, GraphValue x)
    {
        var side = layer.upscale_factor;
        var channels = Divided(graph, layer, x, side * side);
        var shape = new Shape(x.Shape[0], channels, Times(x.Shape[2], side), Times(x.Shape[3], side));
        return graph.Node("DepthToSpace", [x], shape, x.Type, ("blocksize", side), ("mode", "CRD"));
    }

    // SpaceToDepth keeps the channels of a pixel together, PyTorch the pixels of a channel.
    private static GraphValue ToChannels(GraphBuilder graph, PixelUnshuffle layer, GraphValue x)
    {
        var side = layer.downscale_factor;
        var channels = Divided(graph, layer, x, 1);
        var shape = new Shape(x.Shape[0], channels * side * side, Over(graph, layer, x, 2, side), Over(graph, layer, x, 3, side));
        var positions = graph.Node("SpaceToDepth", [x], shape, x.Type, ("blocksize", side));
        return Ordered(graph, positions, channels, side * side);
    }

    private static GraphValue Channels(GraphBuilder graph, ChannelShuffle layer, GraphValue x)
    {
        if (x.Shape.Count < 3 || x.Shape[1].Extent is not { } channels || channels % layer.groups != 0)
            throw new ExportException(
                $"{graph.Locate(layer)} expects [batch, channels, ...] with channels that divide by {layer.groups}. Received {x.Shape}.");
        return Ordered(graph, x, channels / layer.groups, layer.groups);
    }

    // Channel a · groups + b comes from channel b · members + a.
    private static GraphValue Ordered(GraphBuilder graph, GraphValue x, long members, long groups)
    {
        long[] order = [.. Enumerable.Range(0, (int)(members * groups)).Select(to => (to % groups * members) + (to / groups))];
        return x.Gather(1, graph.Constant(order));
    }

    private static long Divided(GraphBuilder graph, Module layer, GraphValue x, long parts) =>
        x.Shape.Count == 4 && x.Shape[1].Extent is { } channels && channels % parts == 0
            ? channels / parts
            : throw new ExportException(
                $"{graph.Locate(layer)} expects [batch, channels, height, " +
                $"width]{(parts == 1 ? "" : $" with channels that divide by {parts}")}. Received {x.Shape}.");

    private static Dim Over(GraphBuilder graph, Module layer, GraphValue x, int axis, long side) => x.Shape[axis].Extent is not { } extent
        ? SymbolicExtent.Divide(x.Shape[axis], side)
        : extent % side == 0 ? extent / side : throw new ExportException(
            $"{graph.Locate(layer)} cannot divide dimension {axis} of {x.Shape} by {side}. Expected an extent that divides.");

    private static Dim Times(Dim dim, long side) => dim.Extent is { } extent ? extent * side : SymbolicExtent.Multiply(dim, side);
}
