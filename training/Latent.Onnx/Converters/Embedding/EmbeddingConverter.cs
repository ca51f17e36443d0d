using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>Embedding: rows of a table by index.</summary>
internal static class EmbeddingConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry.With<Embedding>(Convert);

    private static GraphValue Convert(GraphBuilder graph, Embedding layer, GraphValue tokens)
    {
        if (tokens.Type != ElementType.Int64)
            throw new ExportException(
                $"{graph.Locate(layer)} takes tokens as Int64. Received {tokens}. Cast them: Cast(ElementType.Int64).");
        NormLimit.Reject(graph, layer, layer.weight!, layer.call);
        return graph.Weight(layer, "weight").Gather(0, tokens);
    }
}
