namespace Latent.Onnx;

/// <summary>ONNX Runtime differs from TorchSharp; nothing was written.</summary>
public sealed class DivergenceException : ExportException
{
    internal DivergenceException(ParityReport report, string? graph = null)
        : base(
            $"{(graph is null ? "" : $"Graph '{graph}': ")}{report.Summary} Nothing was written. " +
            "If the model is right and its outputs are merely ill-conditioned, raise Parity.Tolerance.")
    {
        Report = report;
        Graph = graph;
    }

    /// <summary>The comparison: differences by output, and the first node that differs.</summary>
    public ParityReport Report { get; }

    /// <summary>The name of the graph, where several are exported; null for a single one.</summary>
    public string? Graph { get; }
}
