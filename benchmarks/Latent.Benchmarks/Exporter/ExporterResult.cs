using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A row of artifacts/bench/exporter.json.</summary>
/// <param name="Case">The exported model, and whether the export is verified.</param>
/// <param name="Milliseconds">The median time of an export.</param>
/// <param name="CopyMilliseconds">The median time of writing the same number of bytes from memory, in interleaved rounds.</param>
/// <param name="PeakBytes">The peak resident memory of the process, including model and libraries.</param>
/// <param name="BeforeBytes">The resident memory of the process before the export.</param>
/// <param name="WeightBytes">The size of the model's weights, in bytes.</param>
internal sealed record ExporterResult(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("ms")] double Milliseconds,
    [property: JsonPropertyName("copy_ms")] double CopyMilliseconds,
    [property: JsonPropertyName("peak_bytes")] long PeakBytes,
    [property: JsonPropertyName("before_bytes")] long BeforeBytes,
    [property: JsonPropertyName("weight_bytes")] long WeightBytes)
{
    /// <summary>The time of the export relative to that of the copy.</summary>
    [JsonPropertyName("time_ratio")]
    public double TimeRatio => Milliseconds / CopyMilliseconds;

    /// <summary>The size of the weights plus the peak memory that an export adds, relative to the size of the weights.</summary>
    [JsonPropertyName("memory_ratio")]
    public double MemoryRatio => (double)(WeightBytes + PeakBytes - BeforeBytes) / WeightBytes;
}
