using Latent.Onnx.Schema;

namespace Latent.Onnx;

/// <summary>Records forward passes as ONNX models.</summary>
internal static class GraphRecording
{
    /// <summary>Records a forward pass into a graph, and wraps it as a file does.</summary>
    /// <param name="graph">An empty graph.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="forward">Computes the outputs, each with its name.</param>
    /// <param name="options">How it is written.</param>
    public static ModelProto Record(
        GraphBuilder graph,
        IReadOnlyList<GraphInput> inputs,
        Func<IReadOnlyList<GraphValue>, IReadOnlyList<(string Name, GraphValue Value)>> forward,
        ExportOptions options)
    {
        var irVersion = Opset.IrVersion(options.Opset);
        foreach (var (name, value) in forward([.. inputs.Select(graph.Input)]))
            graph.Output(name, value);
        return Wrap(graph.Build(), irVersion, options);
    }

    private static ModelProto Wrap(GraphProto graph, int irVersion, ExportOptions options)
    {
        var model = new ModelProto
        {
            IrVersion = irVersion,
            ProducerName = "Latent.Onnx",
            ProducerVersion = typeof(OnnxExporter).Assembly.GetName().Version?.ToString(3) ?? "",
            Graph = graph,
            OpsetImport = { new OperatorSetIdProto { Version = options.Opset } },
        };
        foreach (var (key, value) in options.Metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });
        return model;
    }
}
