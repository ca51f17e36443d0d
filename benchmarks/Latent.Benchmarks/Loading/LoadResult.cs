using System.Text.Json.Serialization;

namespace Latent.Benchmarks;

/// <summary>A row of artifacts/bench/load.json.</summary>
/// <param name="Case">The loaded models, and the way of loading.</param>
/// <param name="Samples">Measurements during loading, the last one with all models loaded.</param>
internal sealed record LoadResult(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("samples")] IReadOnlyList<LoadSample> Samples)
{
    /// <summary>The private megabytes that each model adds, from the first sample to the last.</summary>
    [JsonPropertyName("private_mb_a_model")]
    public double PrivateMegabytesAModel => Slope(sample => sample.PrivateMegabytes);

    /// <summary>The resident megabytes that each model adds, including mapped files.</summary>
    [JsonPropertyName("resident_mb_a_model")]
    public double ResidentMegabytesAModel => Slope(sample => sample.ResidentMegabytes);

    /// <summary>The number of threads that each model adds.</summary>
    [JsonPropertyName("threads_a_model")]
    public double ThreadsAModel => Slope(sample => sample.Threads);

    private double Slope(Func<LoadSample, double> figure) =>
        Samples.Count < 2 ? 0 : (figure(Samples[^1]) - figure(Samples[0])) / (Samples[^1].Models - Samples[0].Models);
}
