using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A row of artifacts/bench/training.json: medians of interleaved runs.</summary>
internal sealed record TrainingResult(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("ours_ms")] double OursMilliseconds,
    [property: JsonPropertyName("python_ms")] double PythonMilliseconds,
    [property: JsonPropertyName("ratio")] double Ratio);
