using System.Text.Json;
using System.Text.Json.Serialization;
using Latent.Training.Fitting;

namespace Latent.Training.Reports;

/// <summary>Writes what each epoch measured as <c>metrics.jsonl</c>: one JSON object a line, snake_case keys.</summary>
public static class MetricsLog
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes the file.</summary>
    /// <param name="path">Where to write; an existing file is replaced.</param>
    /// <param name="history">The epochs, in order.</param>
    public static void Write(string path, IEnumerable<EpochMetrics> history) =>
        File.WriteAllLines(path, history.Select(epoch => JsonSerializer.Serialize(epoch, Options)));
}
