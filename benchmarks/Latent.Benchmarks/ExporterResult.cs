using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A row of artifacts/bench/exporter.json.</summary>
/// <param name="Case">What is exported, and whether it is compared with its model.</param>
/// <param name="Milliseconds">How long an export takes, a median.</param>
/// <param name="CopyMilliseconds">How long writing as many bytes from memory takes, a median of rounds in turns.</param>
/// <param name="PeakBytes">The resident memory of the process at its peak, all of it, model and libraries included.</param>
/// <param name="BeforeBytes">The resident memory of the process before.</param>
/// <param name="WeightBytes">The bytes of the model's weights.</param>
internal sealed record ExporterResult(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("ms")] double Milliseconds,
    [property: JsonPropertyName("copy_ms")] double CopyMilliseconds,
    [property: JsonPropertyName("peak_bytes")] long PeakBytes,
    [property: JsonPropertyName("before_bytes")] long BeforeBytes,
    [property: JsonPropertyName("weight_bytes")] long WeightBytes)
{
    /// <summary>How many times as long as the copy.</summary>
    [JsonPropertyName("time_ratio")]
    public double TimeRatio => Milliseconds / CopyMilliseconds;

    /// <summary>The weights and what an export adds to them at its peak, in weights.</summary>
    [JsonPropertyName("memory_ratio")]
    public double MemoryRatio => (double)(WeightBytes + PeakBytes - BeforeBytes) / WeightBytes;
}
