using System.Text.Json;
using Latent.Bundles;
using Latent.Fitting;

namespace Latent.Training.Reports;

/// <summary>The record of a training run, as <c>report/run.json</c>: snake_case keys.</summary>
internal sealed record RunRecord
{
    internal const string FileName = "report/run.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n"
    };

    /// <summary>The number of trainable parameters.</summary>
    public required long Parameters { get; init; }

    /// <summary>Training time in seconds, without validation, export and evaluation.</summary>
    public required double Seconds { get; init; }

    /// <summary>Training rows per second, over all epochs.</summary>
    public required double RowsPerSecond { get; init; }

    /// <summary>The hardware and software of the run.</summary>
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

    /// <summary>Reads the record of a bundle; null if it has none, as in version 0.1.0.</summary>
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
            throw new BundleException(
                $"The record of the training run cannot be read.\nWhere: {path}\nExpected: JSON as written by 'latent train'\n" +
                $"Received: {exception.Message.Split('\n')[0]}\nFix: restore the original bundle, or delete this file.", exception);
        }
    }
}
