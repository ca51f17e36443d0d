using TorchSharp;
using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>Conv1d, Conv2d and Conv3d.</summary>
internal static class ConvolutionConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With<Conv1d>(Convert)
        .With<Conv2d>(Convert)
        .With<Conv3d>(Convert);

    //  x [n, in, ...] ── (reflected, replicated or wrapped) ──┐
    //  W [out, in / groups, ...] ─────────────────────────────┼── Conv ── [n, out, ...]
    //  b [out] ───────────────────────────────────────────────┘
    private static GraphValue Convert(GraphBuilder graph, Convolution layer, GraphValue x)
    {
        var name = graph.Locate(layer);
        var window = WindowOf(layer, name);
        window.Expect(name, x.Shape, layer.in_channels);
        var shape = window.Slide(name, x.Shape, layer.out_channels);
        (x, window) = Padded(graph, layer, name, x, window);
        return graph.Node(
            "Conv",
            Operands(graph, layer, x),
            shape,
            x.Type,
            ("dilations", window.Dilations),
            ("group", layer.groups),
            ("kernel_shape", window.Kernel),
            ("pads", window.Pads),
            ("strides", window.Strides));
    }

    /// <summary>The input, the weight, and the bias where there is one.</summary>
    public static GraphValue[] Operands(GraphBuilder graph, Convolution layer, GraphValue x) => layer.bias is null
        ? [x, graph.Weight(layer, "weight")]
        : [x, graph.Weight(layer, "weight"), graph.Weight(layer, "bias")];

    private static Window WindowOf(Convolution layer, string name)
    {
        if (layer.padding_type is null)
            return new Window(layer.kernel_size, layer.stride, layer.dilation, layer.padding!, layer.padding!);

        // An odd total puts the extra element at the end.
        long[] total = layer.padding_type == Padding.Same
            ? [.. layer.kernel_size.Zip(layer.dilation, (kernel, dilation) => dilation * (kernel - 1))]
            : new long[layer.kernel_size.Length];
        if (layer.padding_mode != PaddingModes.Zeros && total.Distinct().Count() > 1)
            throw new ExportException(
                $"{name} has padding 'same', padding mode {layer.padding_mode} and a window of unequal sides, for which TorchSharp pads " +
                "the wrong dimensions. Give its padding as numbers.");
        return new Window(
            layer.kernel_size, layer.stride, layer.dilation, [.. total.Select(all => all / 2)], [.. total.Select(all => all - (all / 2))]);
    }

    // Conv pads with zeros; a node before it does any other padding.
    private static (GraphValue Input, Window Window) Padded(GraphBuilder graph, Convolution layer, string name, GraphValue x, Window window)
    {
        if (layer.padding_mode is PaddingModes.Zeros or PaddingModes.Constant || window.Pads.All(pad => pad == 0))
            return (x, window);

        var edges = new EdgePadding(window.Begin, window.End);
        var padded = layer.padding_mode switch
        {
            PaddingModes.Reflect => edges.Reflect(graph, name, x),
            PaddingModes.Replicate => edges.Replicate(graph, name, x),
            PaddingModes.Circular => edges.Wrap(graph, name, x),
            _ =>
                throw new ExportException(
                    $"{name} has padding mode {layer.padding_mode}. " +
                    $"Expected {PaddingModes.Zeros}, {PaddingModes.Reflect}, {PaddingModes.Replicate} or {PaddingModes.Circular}."),
        };
        var none = new long[window.Rank];
        return (padded, window with { Begin = none, End = none });
    }
}
