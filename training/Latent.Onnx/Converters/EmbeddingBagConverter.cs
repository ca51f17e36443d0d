using TorchSharp;
using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>EmbeddingBag over [batch, n]: the sum, the mean or the largest of the rows of each bag, without those of the padding.</summary>
internal static class EmbeddingBagConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .WithInputs<EmbeddingBag>((graph, layer, inputs) => [Convert(graph, layer, inputs[0]!.Value, inputs.ElementAtOrDefault(1))]);

    private static GraphValue Convert(GraphBuilder graph, EmbeddingBag layer, GraphValue tokens, GraphValue? weights)
    {
        if (tokens.Type != ElementType.Int64 || tokens.Shape.Count != 2)
            throw new ExportException($"{graph.Locate(layer)} takes bags of token numbers, [batch, n] as Int64. Received {tokens}.");
        var traits = BagTraits.Of(layer);
        var rows = graph.Weight(layer, "weight").Gather(0, tokens); // [batch, n, features]
        if (weights is { } each)
            rows *= each.Unsqueeze(-1);
        if (traits.Padding is not { } padding)
            return Reduce(rows, traits.Mode);

        var counted = tokens.EqualTo(graph.Scalar(padding)).Cast(ElementType.Float32) * -1f + 1f; // [batch, n]
        return WithoutPadding(graph, layer, rows, counted.Unsqueeze(-1), traits.Mode);
    }

    private static GraphValue Reduce(GraphValue rows, EmbeddingBagMode mode) => mode switch
    {
        EmbeddingBagMode.Sum => rows.Sum([1]),
        EmbeddingBagMode.Mean => rows.Mean([1]),
        _ => rows.ReduceMax([1]),
    };

    // A bag of nothing but padding is zero.
    private static GraphValue WithoutPadding(GraphBuilder graph, EmbeddingBag layer, GraphValue rows, GraphValue counted, EmbeddingBagMode mode) => mode switch
    {
        EmbeddingBagMode.Sum => (rows * counted).Sum([1]),
        EmbeddingBagMode.Mean => (rows * counted).Sum([1]) / counted.Sum([1]).Max(graph.Constant(1f)),
        _ => throw new ExportException($"{graph.Locate(layer)} takes the largest rows of a bag with padding. Expected mode Sum or Mean."),
    };
}
