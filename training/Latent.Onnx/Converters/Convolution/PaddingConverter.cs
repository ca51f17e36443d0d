using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>Padding layers: constant, zero, reflected and replicated.</summary>
internal static class PaddingConverter
{
    private delegate GraphValue Padding(EdgePadding edges, GraphBuilder graph, PadBase layer, GraphValue x);

    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With<ConstantPad1d>((graph, layer, x) => Convert(graph, layer, x, 1, Constant))
        .With<ConstantPad2d>((graph, layer, x) => Convert(graph, layer, x, 2, Constant))
        .With<ConstantPad3d>((graph, layer, x) => Convert(graph, layer, x, 3, Constant))
        .With<ZeroPad2d>((graph, layer, x) => Convert(graph, layer, x, 2, Constant))
        .With<ReflectionPad1d>((graph, layer, x) => Convert(graph, layer, x, 1, Reflected))
        .With<ReflectionPad2d>((graph, layer, x) => Convert(graph, layer, x, 2, Reflected))
        .With<ReflectionPad3d>((graph, layer, x) => Convert(graph, layer, x, 3, Reflected))
        .With<ReplicationPad1d>((graph, layer, x) => Convert(graph, layer, x, 1, Replicated))
        .With<ReplicationPad2d>((graph, layer, x) => Convert(graph, layer, x, 2, Replicated))
        .With<ReplicationPad3d>((graph, layer, x) => Convert(graph, layer, x, 3, Replicated));

    private static GraphValue Convert(GraphBuilder graph, PadBase layer, GraphValue x, int rank, Padding pad) => x.Shape.Count > rank
        ? pad(EdgePadding.FromTheEnd(layer.padding), graph, layer, x)
        : throw new ExportException($"{graph.Locate(layer)} pads {rank} dimensions after the batch. Received {x.Shape}.");

    private static GraphValue Constant(EdgePadding edges, GraphBuilder graph, PadBase layer, GraphValue x) =>
        edges.Constant(graph, x, (float)layer.value);

    private static GraphValue Reflected(EdgePadding edges, GraphBuilder graph, PadBase layer, GraphValue x) =>
        edges.Reflect(graph, graph.Locate(layer), x);

    private static GraphValue Replicated(EdgePadding edges, GraphBuilder graph, PadBase layer, GraphValue x) =>
        edges.Replicate(graph, graph.Locate(layer), x);
}
