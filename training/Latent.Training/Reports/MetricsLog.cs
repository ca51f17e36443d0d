using System.Text.Json;
using System.Text.Json.Serialization;
using Latent.Bundles;
using Latent.Fitting;

namespace Latent.Training.Reports;

/// <summary>What each epoch measured, as <c>metrics.jsonl</c>: one JSON object a line, snake_case keys.</summary>
public static class MetricsLog
{
    internal const string FileName = "report/metrics.jsonl";

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

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The epochs, in order; at least one.</returns>
    /// <exception cref="BundleException">There is no such file, or it is damaged.</exception>
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

    private static BundleException Unreadable(string problem, string path, string received, Exception? contribution = null) => new(
        $"{problem}\nWhere: {path}\nExpected: one JSON object an epoch, as 'latent train' writes it\nReceived: {received}\nFix: take the bundle as it was written, or train it again.", contribution);
}
