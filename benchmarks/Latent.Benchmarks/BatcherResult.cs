using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A row of artifacts/bench/batcher.json: requests a second, medians of interleaved rounds.</summary>
/// <param name="Case">The model and how many callers there are.</param>
/// <param name="Alone">Requests a second where every caller calls the model with its own row.</param>
/// <param name="Batched">Requests a second where every caller waits for a batcher.</param>
/// <param name="AloneP99">The latency that 99 of 100 requests stay below, in microseconds, without a batcher.</param>
/// <param name="BatchedP99">Likewise with one.</param>
internal sealed record BatcherResult(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("alone_rows_per_s")] double Alone,
    [property: JsonPropertyName("batched_rows_per_s")] double Batched,
    [property: JsonPropertyName("alone_p99_us")] double AloneP99,
    [property: JsonPropertyName("batched_p99_us")] double BatchedP99)
{
    /// <summary>How many times as many requests a second a batcher answers.</summary>
    [JsonPropertyName("ratio")]
    public double Ratio => Batched / Alone;
}
