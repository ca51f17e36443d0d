using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A row of artifacts/bench/runtime.json: a graph of a released bundle, by our verb and by ONNX Runtime itself.</summary>
/// <param name="Case">The bundle.</param>
/// <param name="Graph">The graph, as the manifest calls it.</param>
/// <param name="Batch">Rows a call.</param>
/// <param name="Threads">Threads of the session.</param>
/// <param name="OursMicroseconds">A call of ours, the median of blocks.</param>
/// <param name="RawMicroseconds">A call of <c>RunWithBinding</c> over buffers that were bound before, likewise.</param>
/// <param name="BytesPerCall">Managed memory that a call of ours allocates.</param>
internal sealed record RuntimeResult(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("graph")] string Graph,
    [property: JsonPropertyName("batch")] int Batch,
    [property: JsonPropertyName("threads")] int Threads,
    [property: JsonPropertyName("ours_us")] double OursMicroseconds,
    [property: JsonPropertyName("raw_us")] double RawMicroseconds,
    [property: JsonPropertyName("bytes_per_call")] double BytesPerCall)
{
    /// <summary>How many times as long ours takes.</summary>
    [JsonPropertyName("ratio")]
    public double Ratio => OursMicroseconds / RawMicroseconds;
}
