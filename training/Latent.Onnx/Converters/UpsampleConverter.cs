using TorchSharp;
using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>Upsample: nearest, linear, bilinear, bicubic and trilinear, by size or by scale, with corners aligned or not.</summary>
internal static class UpsampleConverter
{
    private const int Spatial = 2;

    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry.With<Upsample>(Convert);

    private static GraphValue Convert(GraphBuilder graph, Upsample layer, GraphValue x)
    {
        var name = graph.Locate(layer);
        var rank = layer.mode switch
        {
            torch.UpsampleMode.Linear => 1,
            torch.UpsampleMode.Bilinear or torch.UpsampleMode.Bicubic => 2,
            torch.UpsampleMode.Trilinear => 3,
            _ => x.Shape.Count - Spatial,
        };
        if (x.Shape.Count != rank + Spatial || rank is < 1 or > 3)
            throw new ExportException(
                $"{name} in mode {layer.mode} expects [batch, channels, ...] with " +
                $"{(layer.mode == torch.UpsampleMode.Nearest ? "1 to 3" : rank)} further dimensions. Received {x.Shape}.");
        var target = ResizeTarget.Create(name, x.Shape, layer);
        return layer.mode == torch.UpsampleMode.Nearest ? Nearest(graph, name, x, target) : Smooth(graph, name, layer, x, target);
    }

    // Integer scales are one operator. Others are spelled out: runtimes round the nearest element differently.
    private static GraphValue Nearest(GraphBuilder graph, string name, GraphValue x, ResizeTarget target)
    {
        if (target.AreScalesWhole)
            return Resize(graph, x, target, "nearest", "asymmetric", ("nearest_mode", "floor"));
        for (var axis = 0; axis < target.Shape.Count - Spatial; axis++)
            x = x.Gather(axis + Spatial, graph.Constant(target.Nearest(name, axis)));
        return x;
    }

    private static GraphValue Smooth(GraphBuilder graph, string name, Upsample layer, GraphValue x, ResizeTarget target)
    {
        target.ExpectScalesThatShow(name);
        var positions = layer.align_corners == true ? "align_corners" : "half_pixel";
        return layer.mode == torch.UpsampleMode.Bicubic
            ? Resize(graph, x, target, "cubic", positions, ("cubic_coeff_a", -0.75f))
            : Resize(graph, x, target, "linear", positions);
    }

    private static GraphValue Resize(
        GraphBuilder graph, GraphValue x, ResizeTarget target, string mode, string positions, params ReadOnlySpan<(
            string Name, object Value)> more) => graph.Node(
        "Resize",
        target.Scales is null
            ? [x, GraphValue.None, GraphValue.None, Sizes(graph, x, target)]
            : [x, GraphValue.None, graph.Weight(Scales(target.Scales))],
        target.Shape,
        x.Type,
        [("coordinate_transformation_mode", positions), ("mode", mode), .. more]);

    private static torch.Tensor Scales(double[] scales) => torch.tensor([1f, 1f, .. scales.Select(scale => (float)scale)]);

    // The batch is known only when the graph runs.
    private static GraphValue Sizes(GraphBuilder graph, GraphValue x, ResizeTarget target)
    {
        long[] sizes = [.. target.Shape.Skip(Spatial).Select(dim => dim.Extent!.Value)];
        var shape = graph.Node("Shape", [x], Shape.Create(x.Shape.Count), ElementType.Int64);
        return GraphValue.Concat(0, shape.Slice(0, 0, Spatial), graph.Constant(sizes));
    }
}
