using System.Globalization;

namespace Latent.Onnx;

/// <summary>The result of an export: what was written, and the comparison with TorchSharp.</summary>
public sealed record ExportReport
{
    /// <summary>The file; null where a stream was written.</summary>
    public string? Path { get; init; }

    /// <summary>The operator set.</summary>
    public required int Opset { get; init; }

    /// <summary>The number of nodes.</summary>
    public required int Nodes { get; init; }

    /// <summary>The number of initializers: weights, and constants such as axes.</summary>
    public required int Initializers { get; init; }

    /// <summary>The number of bytes of the graph's file.</summary>
    public required long Bytes { get; init; }

    /// <summary>The number of bytes of the weights' file; 0 where they are inside.</summary>
    public long ExternalBytes { get; init; }

    /// <summary>The comparison; null for a recorded graph.</summary>
    public ParityReport? Parity { get; init; }

    /// <summary>One line of counts, and one line per output and sample.</summary>
    public override string ToString()
    {
        var external = ExternalBytes > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {ExternalBytes:N0} beside it") : "";
        var counts = string.Create(
            CultureInfo.InvariantCulture,
            $"{Path ?? "stream"}: opset {Opset}, {Nodes} nodes, {Initializers} initializers, {Bytes:N0} bytes{external}");
        return $"{counts}\n{Parity?.ToString() ?? "parity was not checked"}";
    }
}
