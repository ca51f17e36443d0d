using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A row of artifacts/bench/callers.json: threads that call one model, each with one row at a time, without pauses.</summary>
internal sealed record CallersResult(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("callers")] int Callers,
    [property: JsonPropertyName("rows_per_s")] double RowsPerSecond,
    [property: JsonPropertyName("p50_us")] double Percentile50,
    [property: JsonPropertyName("p99_us")] double Percentile99);
