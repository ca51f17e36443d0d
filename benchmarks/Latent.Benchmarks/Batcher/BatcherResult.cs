using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A row of artifacts/bench/batcher.json: requests per second, medians of interleaved rounds.</summary>
/// <param name="Case">The model and the number of callers.</param>
/// <param name="Alone">Requests per second if every caller calls the model directly with its own row.</param>
/// <param name="Batched">Requests per second if every caller uses the batcher.</param>
/// <param name="AloneP99">The 99th percentile of the latency without a batcher, in microseconds.</param>
/// <param name="BatchedP99">The 99th percentile of the latency with a batcher, in microseconds.</param>
internal sealed record BatcherResult(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("alone_rows_per_s")] double Alone,
    [property: JsonPropertyName("batched_rows_per_s")] double Batched,
    [property: JsonPropertyName("alone_p99_us")] double AloneP99,
    [property: JsonPropertyName("batched_p99_us")] double BatchedP99)
{
    /// <summary>The throughput with a batcher relative to that without.</summary>
    [JsonPropertyName("ratio")]
    public double Ratio => Batched / Alone;
}
