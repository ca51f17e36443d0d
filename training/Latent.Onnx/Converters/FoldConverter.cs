using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Onnx.Converters;

/// <summary>Unfold and Fold: images to columns of their windows, and sums of such columns back to images.</summary>
internal static class FoldConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With<Unfold>(ToColumns)
        .With<Fold>(ToImage);

    //  x [n, c, h, w] ── Pad ── Reshape [n, c, h·w] ── Gather the pixels of all windows ── Reshape [n, c·elements, positions]
    private static GraphValue ToColumns(GraphBuilder graph, Unfold layer, GraphValue x)
    {
        var name = graph.Locate(layer);
        var window = WindowOf(layer.kernel_size, layer.stride, layer.dilation, layer.padding);
        if (x.Shape.Count != 4 || x.Shape.Skip(1).Any(dim => dim.Extent is null))
            throw new ExportException(
                $"{name} expects [batch, channels, height, width] of fixed extents but the batch. Received {x.Shape}.");

        var positions = window.Slide(name, x.Shape, x.Shape[1]);
        if (window.Pads.Any(pad => pad > 0))
            x = new EdgePadding(window.Begin, window.End).Constant(graph, x, 0);

        var (channels, height, width) = (x.Shape[1].Extent!.Value, x.Shape[2].Extent!.Value, x.Shape[3].Extent!.Value);
        long[] pixels = [.. Positions(window, positions[2].Extent!.Value, positions[3].Extent!.Value, width)];

        // The names of these weights stay 'places', so that the same weights give the same bytes as before.
        return x.Reshape(-1, channels, height * width)
            .Gather(2, graph.Weight(layer, $"places.{height}x{width}", _ => tensor(pixels)))
            .Reshape(-1, channels * window.Elements, pixels.Length / window.Elements);
    }

    //  x [n, c·elements, positions] ── Reshape [n, c·elements, rows, columns] ── ConvTranspose that puts each element at its pixel
    private static GraphValue ToImage(GraphBuilder graph, Fold layer, GraphValue x)
    {
        var name = graph.Locate(layer);
        var window = WindowOf(layer.kernel_size, layer.stride, layer.dilation, layer.padding);
        long[] size = [layer.output_size.Item1, layer.output_size.Item2];
        var positions = window.Slide(name, Shape.Create(1, 1, size[0], size[1]), 1);
        var (rows, columns) = (positions[2].Extent!.Value, positions[3].Extent!.Value);
        if (x.Shape.Count != 3 || x.Shape[1].Extent is not { } height || height % window.Elements != 0 || x.Shape[2] != rows * columns)
            throw new ExportException($"{name} expects [batch, channels · {window.Elements}, {rows * columns}]. Received {x.Shape}.");

        var channels = height / window.Elements;
        long[] left = [.. size.Select((side, axis) =>
            (side + window.Begin[axis] + window.End[axis] - window.Span(axis)) % window.Strides[axis])];
        var blocks = x.Reshape(-1, height, rows, columns);
        return graph.Node(
            "ConvTranspose",
            [blocks, graph.Weight(layer, $"places.{channels}", _ => PositionsOf(window, channels))],
            window.Spread(name, blocks.Shape, channels, left),
            x.Type,
            ("dilations", window.Dilations),
            ("group", channels),
            ("kernel_shape", window.Kernel),
            ("output_padding", left),
            ("pads", window.Pads),
            ("strides", window.Strides));
    }

    private static Window WindowOf((long, long) kernel, (long, long) stride, (long, long) dilation, (long, long) padding) =>
        new(Sides(kernel), Sides(stride), Sides(dilation), Sides(padding), Sides(padding));

    private static long[] Sides((long Height, long Width) pair) => [pair.Height, pair.Width];

    // Ordered by element of the window, then by position.
    private static IEnumerable<long> Positions(Window window, long rows, long columns, long width) =>
        from y in Steps(window.Kernel[0], window.Dilations[0])
        from x in Steps(window.Kernel[1], window.Dilations[1])
        from row in Steps(rows, window.Strides[0])
        from column in Steps(columns, window.Strides[1])
        select ((row + y) * width) + column + x;

    private static IEnumerable<long> Steps(long count, long step) => Enumerable.Range(0, (int)count).Select(i => i * step);

    // One channel per element of the window, with a 1 at its position.
    private static Tensor PositionsOf(Window window, long channels) =>
        eye(window.Elements).repeat(channels, 1).reshape([channels * window.Elements, 1, .. window.Kernel]);
}
