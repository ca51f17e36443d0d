using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A row of artifacts/bench/training-memory.json: resident megabytes (2^20 bytes) of a process that trains.</summary>
internal sealed record TrainingMemoryResult(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("steps")] int Steps,
    [property: JsonPropertyName("early_mb")] double EarlyMegabytes,
    [property: JsonPropertyName("final_mb")] double FinalMegabytes);
