using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A row of artifacts/bench/training.json: medians of interleaved runs; a ratio above 1 means that ours is faster.</summary>
internal sealed record TrainingResult(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("ours_ms")] double OursMilliseconds,
    [property: JsonPropertyName("python_ms")] double PythonMilliseconds,
    [property: JsonPropertyName("naive_ms")] double NaiveMilliseconds)
{
    [JsonPropertyName("ratio")]
    public double Ratio => PythonMilliseconds / OursMilliseconds;

    [JsonPropertyName("naive_ratio")]
    public double NaiveRatio => NaiveMilliseconds / OursMilliseconds;
}
