using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>ConvTranspose1d, ConvTranspose2d and ConvTranspose3d.</summary>
internal static class ConvTransposeConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With<ConvTranspose1d>(Convert)
        .With<ConvTranspose2d>(Convert)
        .With<ConvTranspose3d>(Convert);

    //  x [n, in, ...] ────────────┐
    //  W [in, out / groups, ...] ─┼── ConvTranspose ── [n, out, ...]
    //  b [out] ───────────────────┘
    private static GraphValue Convert(GraphBuilder graph, ConvolutionTranspose layer, GraphValue x)
    {
        var name = graph.Locate(layer);
        var window = new Window(layer.kernel_size, layer.stride, layer.dilation, layer.padding!, layer.padding!);
        window.Expect(name, x.Shape, layer.in_channels);
        if (layer.output_padding.Distinct().Count() > 1)
            throw new ExportException(
                $"{name} has the output padding [{string.Join(", ", layer.output_padding)}], of which TorchSharp adds the first to " +
                "every dimension. Give all dimensions the same.");
        return graph.Node(
            "ConvTranspose",
            ConvolutionConverter.Operands(graph, layer, x),
            window.Spread(name, x.Shape, layer.out_channels, layer.output_padding),
            x.Type,
            ("dilations", window.Dilations),
            ("group", layer.groups),
            ("kernel_shape", window.Kernel),
            ("output_padding", layer.output_padding),
            ("pads", window.Pads),
            ("strides", window.Strides));
    }
}
