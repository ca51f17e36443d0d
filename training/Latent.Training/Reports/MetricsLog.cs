using System.Text.Json;
using System.Text.Json.Serialization;
using Latent.Bundles;
using Latent.Fitting;

namespace Latent.Training.Reports;

/// <summary>The metrics of each epoch as <c>metrics.jsonl</c>: one JSON object per line, snake_case keys.</summary>
public static class MetricsLog
{
    internal const string FileName = "report/metrics.jsonl";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes the file.</summary>
    /// <param name="path">The path of the file; an existing file is replaced.</param>
    /// <param name="history">The epochs, in order.</param>
    public static void Write(string path, IEnumerable<EpochMetrics> history) =>
        File.WriteAllLines(path, history.Select(epoch => JsonSerializer.Serialize(epoch, Options)));

    /// <summary>Reads a file that <see cref="Write"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The epochs, in order; at least one.</returns>
    /// <exception cref="BundleException">The file is missing or corrupt.</exception>
    public static IReadOnlyList<EpochMetrics> Read(string path)
    {
        if (!File.Exists(path))
            throw Unreadable("The metrics of the training run are missing.", path, "nothing");
        try
        {
            var history = File.ReadLines(path).Select(line => JsonSerializer.Deserialize<EpochMetrics>(line, Options)!).ToList();
            return history.Count > 0 ? history : throw Unreadable("The metrics of the training run are missing.", path, "an empty file");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Unreadable("The metrics of the training run cannot be read.", path, exception.Message.Split('\n')[0], exception);
        }
    }

    private static BundleException Unreadable(string problem, string path, string received, Exception? inner = null) => new(
        $"{problem}\nWhere: {path}\nExpected: one JSON object per epoch, as written by 'latent train'\nReceived: {received}\n" +
        "Fix: restore the original bundle, or train the model again.",
        inner);
}
