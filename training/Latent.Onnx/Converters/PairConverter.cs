using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>Layers of two inputs: Bilinear, CosineSimilarity and PairwiseDistance.</summary>
internal static class PairConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .WithInputs<Bilinear>((graph, layer, inputs) => [Product(graph, layer, inputs[0]!.Value, inputs[1]!.Value)])
        .WithInputs<CosineSimilarity>((graph, layer, inputs) => [Cosine(graph, layer, inputs[0]!.Value, inputs[1]!.Value)])
        .WithInputs<PairwiseDistance>((_, layer, inputs) => [Distance(layer, inputs[0]!.Value, inputs[1]!.Value)]);

    //  a [..., 1, 1, in1] ── MatMul W [out, in1, in2] ── [..., out, 1, in2] ── MatMul b [..., 1, in2, 1] ── [..., out] ── + bias
    private static GraphValue Product(GraphBuilder graph, Bilinear layer, GraphValue a, GraphValue b)
    {
        if (a.Shape[-1] != layer.in1_features || b.Shape[-1] != layer.in2_features)
            throw new ExportException(
                $"{graph.Locate(layer)} expects [..., {layer.in1_features}] and [..., {layer.in2_features}]. " +
                $"Received {a.Shape} and {b.Shape}.");
        var left = a.Unsqueeze(-2).Unsqueeze(-2).MatMul(graph.Weight(layer, "weight"));
        var product = left.MatMul(b.Unsqueeze(-2).Unsqueeze(-1)).Squeeze(-1).Squeeze(-1);
        return layer.bias is null ? product : product + graph.Weight(layer, "bias");
    }

    // Each norm is clamped from below, as in PyTorch since 2.0; before, their product was, which differs only near zero.
    private static GraphValue Cosine(GraphBuilder graph, CosineSimilarity layer, GraphValue a, GraphValue b)
    {
        var smallest = graph.Constant((float)layer.eps);
        var lengths = a.Norm(2, [layer.dim]).Max(smallest) * b.Norm(2, [layer.dim]).Max(smallest);
        return (a * b).Sum([layer.dim]) / lengths;
    }

    private static GraphValue Distance(PairwiseDistance layer, GraphValue a, GraphValue b) =>
        (a - b + (float)layer.eps).Norm((float)layer.norm, [-1], layer.keepdim);
}
