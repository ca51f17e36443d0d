using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A measurement that a model-loading process takes of itself.</summary>
/// <param name="Models">The number of loaded models, each with every operation called once.</param>
/// <param name="Milliseconds">The time from before the first load to the end of the last.</param>
/// <param name="PrivateMegabytes">The private memory of the process, without mapped files.</param>
/// <param name="ResidentMegabytes">The resident memory of the process, including mapped files.</param>
/// <param name="Threads">The number of threads of the process.</param>
internal sealed record LoadSample(
    [property: JsonPropertyName("models")] int Models,
    [property: JsonPropertyName("ms")] double Milliseconds,
    [property: JsonPropertyName("private_mb")] double PrivateMegabytes,
    [property: JsonPropertyName("resident_mb")] double ResidentMegabytes,
    [property: JsonPropertyName("threads")] int Threads);
