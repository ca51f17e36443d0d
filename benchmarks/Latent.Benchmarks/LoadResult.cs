using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A row of artifacts/bench/load.json.</summary>
/// <param name="Case">What is loaded, and how.</param>
/// <param name="Samples">Measured on the way, the last when all are loaded.</param>
internal sealed record LoadResult([property: JsonPropertyName("case")] string Case, [property: JsonPropertyName("samples")] IReadOnlyList<LoadSample> Samples)
{
    /// <summary>Megabytes a model adds to the process alone, from the first sample to the last.</summary>
    [JsonPropertyName("private_mb_a_model")]
    public double PrivateMegabytesAModel => Slope(sample => sample.PrivateMegabytes);

    /// <summary>Megabytes a model adds, mapped files counted.</summary>
    [JsonPropertyName("resident_mb_a_model")]
    public double ResidentMegabytesAModel => Slope(sample => sample.ResidentMegabytes);

    /// <summary>Threads a model adds.</summary>
    [JsonPropertyName("threads_a_model")]
    public double ThreadsAModel => Slope(sample => sample.Threads);

    private double Slope(Func<LoadSample, double> figure) =>
        Samples.Count < 2 ? 0 : (figure(Samples[^1]) - figure(Samples[0])) / (Samples[^1].Models - Samples[0].Models);
}
