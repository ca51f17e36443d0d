using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>Layers that take the largest or the mean of windows.</summary>
internal static class PoolingConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With<MaxPool1d>((graph, layer, x) => Largest(
            graph, graph.Locate(layer), x, WindowOf(1, [layer.kernel_size], List(layer.stride), List(layer.padding), List(layer.dilation)), layer.ceil_mode))
        .With<MaxPool2d>((graph, layer, x) => Largest(
            graph, graph.Locate(layer), x, WindowOf(2, layer.kernel_size, layer.stride, layer.padding, layer.dilation), layer.ceil_mode))
        .With<AvgPool1d>((graph, layer, x) => Average(
            graph, graph.Locate(layer), x, WindowOf(1, [layer.kernel_size], List(layer.stride), List(layer.padding), null), layer.ceil_mode, layer.count_include_pad))
        .With<AvgPool2d>(Average)
        .With<AdaptiveAvgPool1d>((graph, layer, x) => ToSize(graph, graph.Locate(layer), x, [layer.output_size]))
        .With<AdaptiveAvgPool2d>((graph, layer, x) => ToSize(graph, graph.Locate(layer), x, Repeated(layer.output_size, 2, 1)));

    private static GraphValue Largest(GraphBuilder graph, string name, GraphValue x, Window window, bool roundUp)
    {
        window.Expect(name, x.Shape, null);
        if (roundUp)
            window = window.RoundUp(x.Shape);
        return graph.Node(
            "MaxPool",
            [x],
            window.Slide(name, x.Shape, x.Shape[1]),
            x.Type,
            ("dilations", window.Dilations),
            ("kernel_shape", window.Kernel),
            ("pads", window.Pads),
            ("strides", window.Strides));
    }

    private static GraphValue Average(GraphBuilder graph, AvgPool2d layer, GraphValue x)
    {
        var window = WindowOf(2, layer.kernel_size, layer.stride, layer.padding, null);
        if (layer.divisor_override is not { } divisor)
            return Average(graph, graph.Locate(layer), x, window, layer.ceil_mode, layer.count_include_pad);

        var elements = window.Kernel.Aggregate(1L, (product, side) => product * side);
        return Average(graph, graph.Locate(layer), x, window, layer.ceil_mode, countPadding: true) * ((float)elements / divisor);
    }

    private static GraphValue Average(GraphBuilder graph, string name, GraphValue x, Window window, bool roundUp, bool countPadding)
    {
        window.Expect(name, x.Shape, null);
        var shape = window.Slide(name, x.Shape, x.Shape[1]);
        return !roundUp || shape.Equals(window.RoundUp(x.Shape).Slide(name, x.Shape, x.Shape[1]))
            ? Mean(graph, x, window, shape, countPadding)
            : throw new ExportException($"{name} rounds the size of its output up for {x.Shape}, and runtimes differ in how they count a partly filled window. Expected ceil_mode false, or windows that fill the input.");
    }

    private static GraphValue ToSize(GraphBuilder graph, string name, GraphValue x, long[] size)
    {
        WindowOf(size.Length, size, null, null, null).Expect(name, x.Shape, null);
        if (size.All(extent => extent == 1))
            return graph.Node("GlobalAveragePool", [x], new Shape([x.Shape[0], x.Shape[1], .. size.Select(extent => (Dim)extent)]), x.Type);

        long[] sides = [.. size.Select((extent, axis) => x.Shape[axis + 2].Extent is { } from && from % extent == 0
            ? from / extent
            : throw new ExportException($"{name} cannot divide dimension {axis + 2} of {x.Shape} into {extent} equal windows. Expected output size 1, or extents that divide by {string.Join(" and ", size)}."))];
        var window = WindowOf(size.Length, sides, null, null, null);
        return Mean(graph, x, window, window.Slide(name, x.Shape, x.Shape[1]), countPadding: false);
    }

    private static GraphValue Mean(GraphBuilder graph, GraphValue x, Window window, Shape shape, bool countPadding) => graph.Node(
        "AveragePool",
        [x],
        shape,
        x.Type,
        ("count_include_pad", countPadding ? 1L : 0L),
        ("kernel_shape", window.Kernel),
        ("pads", window.Pads),
        ("strides", window.Strides));

    // What is left out moves by the window's own size, without padding or gaps.
    private static Window WindowOf(int rank, long[] kernel, long[]? stride, long[]? padding, long[]? dilation)
    {
        var sides = Repeated(kernel, rank, 1);
        var pads = Repeated(padding, rank, 0);
        return new Window(sides, stride is null ? sides : Repeated(stride, rank, 1), Repeated(dilation, rank, 1), pads, pads);
    }

    private static long[]? List(long? value) => value is { } number ? [number] : null;

    private static long[] Repeated(long[]? values, int rank, long otherwise) =>
        values?.Length == rank ? values : [.. Enumerable.Repeat(values is { Length: 1 } ? values[0] : otherwise, rank)];
}
