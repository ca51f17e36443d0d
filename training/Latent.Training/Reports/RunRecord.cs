using System.Text.Json;
using Latent.Bundles;
using Latent.Fitting;

namespace Latent.Training.Reports;

/// <summary>How a model was trained, as <c>report/run.json</c>: snake_case keys.</summary>
public sealed record RunRecord
{
    internal const string FileName = "report/run.json";

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n" };

    /// <summary>The number of trained numbers.</summary>
    public required long Parameters { get; init; }

    /// <summary>How long training took, in seconds; validation, export and evaluation are not counted.</summary>
    public required double Seconds { get; init; }

    /// <summary>Training rows a second, over all epochs.</summary>
    public required double RowsPerSecond { get; init; }

    /// <summary>What it was trained on and with.</summary>
    public required RunEnvironment Environment { get; init; }

    internal static RunRecord Create(IReadOnlyList<EpochMetrics> history, long parameters, RunEnvironment environment)
    {
        var seconds = history.Sum(epoch => epoch.Seconds);
        return new RunRecord
        {
            Parameters = parameters,
            Seconds = seconds,
            RowsPerSecond = history.Sum(epoch => epoch.RowsPerSecond * epoch.Seconds) / seconds,
            Environment = environment,
        };
    }

    internal void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Options) + "\n");

    /// <summary>Reads the record of a bundle; null where it has none, as those of version 0.1.0.</summary>
    internal static RunRecord? Find(Bundle bundle)
    {
        var path = Path.Combine(bundle.Folder, FileName);
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<RunRecord>(File.ReadAllText(path), Options);
        }
        catch (JsonException exception)
        {
            throw new BundleException($"The record of the training run cannot be read.\nWhere: {path}\nExpected: what 'latent train' writes\nReceived: {exception.Message.Split('\n')[0]}\nFix: take the bundle as it was written, or delete this file.", exception);
        }
    }
}
