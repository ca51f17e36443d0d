using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A row of artifacts/bench/runtime.json: a graph of a released bundle, by our operation and by ONNX Runtime itself.</summary>
/// <param name="Case">The bundle.</param>
/// <param name="Graph">The name of the graph in the manifest.</param>
/// <param name="Batch">The number of rows per call.</param>
/// <param name="Threads">The number of threads of the session.</param>
/// <param name="OursMicroseconds">The time of our call, the median over blocks.</param>
/// <param name="RawMicroseconds">The time of a call of <c>RunWithBinding</c> on buffers bound before, the median over blocks.</param>
/// <param name="BytesPerCall">The managed memory allocated by our call.</param>
internal sealed record RuntimeResult(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("graph")] string Graph,
    [property: JsonPropertyName("batch")] int Batch,
    [property: JsonPropertyName("threads")] int Threads,
    [property: JsonPropertyName("ours_us")] double OursMicroseconds,
    [property: JsonPropertyName("raw_us")] double RawMicroseconds,
    [property: JsonPropertyName("bytes_per_call")] double BytesPerCall)
{
    /// <summary>The time of our call relative to the raw one.</summary>
    [JsonPropertyName("ratio")]
    public double Ratio => OursMicroseconds / RawMicroseconds;
}
