using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>Pooling layers with a window: maximum, mean and norm.</summary>
internal static class PoolingConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With(MaxPool<MaxPool1d>((layer, x) => layer.forward_with_indices(x)))
        .With(MaxPool<MaxPool2d>((layer, x) => layer.forward_with_indices(x)))
        .With(MaxPool<MaxPool3d>((layer, x) => layer.forward_with_indices(x)))
        .With<AvgPool1d>(
            (graph, layer, x) =>
                MeanPool.Record(
                    graph,
                    layer,
                    x,
                    WindowOf(1, [layer.kernel_size], List(layer.stride), List(layer.padding), null),
                    layer.ceil_mode,
                    layer.count_include_pad,
                    null))
        .With<AvgPool2d>(
            (graph, layer, x) =>
                MeanPool.Record(
                    graph,
                    layer,
                    x,
                    WindowOf(2, layer.kernel_size, layer.stride, layer.padding, null),
                    layer.ceil_mode,
                    layer.count_include_pad,
                    layer.divisor_override))
        .With<AvgPool3d>(
            (graph, layer, x) =>
                MeanPool.Record(
                    graph,
                    layer,
                    x,
                    WindowOf(3, layer.kernel_size, layer.stride, layer.padding, null),
                    layer.ceil_mode,
                    layer.count_include_pad,
                    layer.divisor_override))
        .With<LPPool1d>(
            (graph, layer, x) =>
                Norm(graph, layer, x, WindowOf(1, [layer.kernel_size], List(layer.stride), null, null), layer.norm_type, layer.ceil_mode))
        .With<LPPool2d>(
            (graph, layer, x) =>
                Norm(graph, layer, x, WindowOf(2, layer.kernel_size, layer.stride, null, null), layer.norm_type, layer.ceil_mode));

    // The indices are an optional output.
    private static LayerKind<TLayer> MaxPool<TLayer>(Func<TLayer, Tensor, (Tensor Values, Tensor Indices)> withIndices)
        where TLayer : Module<Tensor, Tensor> => new()
        {
            Convert = (graph, layer, inputs) => [Largest(graph, layer, inputs[0]!.Value)],
            WithAllOutputs = new LayerKind<TLayer>
            {
                Convert = (graph, layer, inputs) => UnpoolingConverter.PoolWithIndices(graph, layer, inputs[0]!.Value),
                Run = (layer, inputs) =>
                {
                    var (values, indices) = withIndices(layer, inputs[0]!);
                    return [values, indices];
                },
            },
        };

    /// <summary>The maximum at each position of a window.</summary>
    public static GraphValue Largest(GraphBuilder graph, string name, GraphValue x, Window window, bool roundUp) =>
        Largest(graph, name, x, window, roundUp, withIndices: false)[0];

    /// <summary>The settings of MaxPool1d, MaxPool2d and MaxPool3d: the window, and whether a last, partly filled one counts.</summary>
    public static (Window Window, bool RoundUp) MaximumOf(Module layer) => layer switch
    {
        MaxPool1d pool => (WindowOf(1, [pool.kernel_size], List(pool.stride), List(pool.padding), List(pool.dilation)), pool.ceil_mode),
        MaxPool2d pool => (WindowOf(2, pool.kernel_size, pool.stride, pool.padding, pool.dilation), pool.ceil_mode),
        MaxPool3d pool => (WindowOf(3, pool.kernel_size, pool.stride, pool.padding, pool.dilation), pool.ceil_mode),
        _ => throw new ArgumentException($"{ModuleNames.KindOf(layer)} is not a max pooling layer.", nameof(layer)),
    };

    /// <summary>A window from a layer's settings. Defaults: a stride of the kernel's size, no padding, no dilation.</summary>
    public static Window WindowOf(int rank, long[] kernel, long[]? stride, long[]? padding, long[]? dilation)
    {
        var sides = Repeated(kernel, rank, 1);
        var pads = Repeated(padding, rank, 0);
        return new Window(sides, stride is null ? sides : Repeated(stride, rank, 1), Repeated(dilation, rank, 1), pads, pads);
    }

    /// <summary>One number per dimension: the given ones, a single one repeated, or the default.</summary>
    public static long[] Repeated(long[]? values, int rank, long otherwise) =>
        values?.Length == rank ? values : [.. Enumerable.Repeat(values is { Length: 1 } ? values[0] : otherwise, rank)];

    private static GraphValue Largest(GraphBuilder graph, Module layer, GraphValue x)
    {
        var (window, roundUp) = MaximumOf(layer);
        return Largest(graph, graph.Locate(layer), x, window, roundUp);
    }

    /// <summary>The maximum at each position of a window and, if requested, its index in the whole input.</summary>
    public static GraphValue[] Largest(GraphBuilder graph, string name, GraphValue x, Window window, bool roundUp, bool withIndices)
    {
        window.Expect(name, x.Shape, null);
        if (roundUp)
            window = window.RoundUp(name, x.Shape);
        var shape = window.Slide(name, x.Shape, x.Shape[1]);
        return graph.Node(
            "MaxPool",
            [x],
            withIndices ? [("", shape, x.Type), ("indices", shape, ElementType.Int64)] : [("", shape, x.Type)],
            ("dilations", window.Dilations),
            ("kernel_shape", window.Kernel),
            ("pads", window.Pads),
            ("strides", window.Strides));
    }

    //  x ── Pow p ── AveragePool ── · elements ── Pow 1/p: as in PyTorch, including the signs of odd powers, which LpPool drops.
    private static GraphValue Norm(GraphBuilder graph, Module layer, GraphValue x, Window window, double power, bool roundUp)
    {
        window.Expect(graph.Locate(layer), x.Shape, null);
        if (!double.IsFinite(power) || power == 0)
            throw new ExportException(
                string.Create(
                    CultureInfo.InvariantCulture, $"{graph.Locate(layer)} has the norm {power}. Expected a finite norm other than 0."));
        var mean = MeanPool.Record(graph, layer, x.Pow((float)power), window, roundUp, countPadding: true, null);
        return (mean * window.Elements).Pow((float)(1 / power));
    }

    /// <summary>A setting of a one-dimensional layer, in the form of the others.</summary>
    public static long[]? List(long? value) => value is { } number ? [number] : null;
}
