using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>Linear: x · Wᵀ + b.</summary>
internal static class LinearConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry.With<Linear>(Convert);

    private static GraphValue Convert(GraphBuilder graph, Linear layer, GraphValue x)
    {
        var weight = graph.Weight(layer, "weight");
        if (x.Shape[-1] != weight.Shape[1])
            throw new ExportException(
                $"Linear expects {weight.Shape[1]} features, {weight.Name} being {weight.Shape}. Received {x.Shape}.");

        return x.Shape.Count == 2 ? Gemm(graph, layer, x, weight) : MatMul(graph, layer, x, weight);
    }

    //  x [n, in] ──┐
    //  W [out, in] ┼── Gemm(transB) ── [n, out]
    //  b [out] ────┘
    private static GraphValue Gemm(GraphBuilder graph, Linear layer, GraphValue x, GraphValue weight)
    {
        var shape = x.Shape.With(1, weight.Shape[0]);
        return layer.bias is null
            ? graph.Node("Gemm", [x, weight], shape, x.Type, ("transB", 1L))
            : graph.Node("Gemm", [x, weight, graph.Weight(layer, "bias")], shape, x.Type, ("transB", 1L));
    }

    //  x [..., in] ──────────────────┐
    //  W [out, in] ── Transpose ── MatMul ── (Add b) ── [..., out]
    private static GraphValue MatMul(GraphBuilder graph, Linear layer, GraphValue x, GraphValue weight)
    {
        var transposed = graph.Node(
            "Transpose", [weight], new Shape(weight.Shape[1], weight.Shape[0]), weight.Type, ("perm", new long[] { 1, 0 }));
        var product = graph.Node("MatMul", [x, transposed], x.Shape.With(-1, weight.Shape[0]), x.Type);
        return layer.bias is null ? product : product + graph.Weight(layer, "bias");
    }
}
