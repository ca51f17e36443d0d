using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>What a process that loads models measured of itself.</summary>
/// <param name="Models">Models that are loaded, each with every verb called once.</param>
/// <param name="Milliseconds">From before the first load to the end of the last.</param>
/// <param name="PrivateMegabytes">Memory of the process alone, mapped files not counted.</param>
/// <param name="ResidentMegabytes">Memory of the process, mapped files counted.</param>
/// <param name="Threads">Threads of the process.</param>
internal sealed record LoadSample(
    [property: JsonPropertyName("models")] int Models,
    [property: JsonPropertyName("ms")] double Milliseconds,
    [property: JsonPropertyName("private_mb")] double PrivateMegabytes,
    [property: JsonPropertyName("resident_mb")] double ResidentMegabytes,
    [property: JsonPropertyName("threads")] int Threads);
