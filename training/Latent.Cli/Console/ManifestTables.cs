using System.Text.Json;
using Latent.Bundles;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Latent.Cli;

/// <summary>A bundle's manifest as tables.</summary>
internal static class ManifestTables
{
    // The table lists the first feature names and the total number.
    private const int MaxFeatures = 12;

    public static IEnumerable<IRenderable> Create(Bundle bundle)
    {
        var manifest = bundle.Manifest;
        yield return Tables.OfPairs(manifest.Name, Overview(bundle));
        yield return Graphs(manifest);
        yield return Tables.OfPairs("options", manifest.Options.EnumerateObject().Select(option => (option.Name, TextOf(option.Value))));
        if (manifest.Calibration is { } calibration)
            yield return Tables.OfPairs("calibration", Calibration(calibration));
        if (manifest.Metrics.Count > 0)
            yield return Tables.OfPairs("metrics", manifest.Metrics.Select(metric => (metric.Key, NumberText.Short(metric.Value))));
    }

    private static IEnumerable<(string Name, string Value)> Overview(Bundle bundle)
    {
        var manifest = bundle.Manifest;
        yield return ("family", manifest.Family);
        yield return ("input", Input(manifest.Input));
        yield return ("normalization", manifest.Input.Normalization);
        if (manifest.Input.Features is { } features)
            yield return ("features", string.Join(", ", features.Take(MaxFeatures)) + (features.Count > MaxFeatures
                ? $", ... ({features.Count} in all)"
                : ""));
        yield return ("latent", $"{manifest.Latent.Size} dimensions, prior: {manifest.Latent.Prior ?? "none"}");
        if (manifest.Data is { } data)
            yield return ("data", data.Digest is { } digest ? $"{data.Name} (sha256 {digest})" : data.Name);
        if (manifest.Parity is { } parity)
        {
            var batches = string.Join(", ", parity.BatchSizes);
            var (difference, tolerance) = (NumberText.Short(parity.MaxDifference), NumberText.Short(parity.Tolerance));
            yield return ("parity", $"{difference} at batch sizes {batches}; tolerance {tolerance}");
        }
        if (manifest.Weights is { } weights)
            yield return ("weights", $"{weights.File}, {NumberText.Bytes(weights.Size)}");
        yield return ("producer", $"{manifest.Producer.Name} {manifest.Producer.Version}");
        yield return ("format version", $"{manifest.FormatVersion}");
        yield return ("digest", bundle.Digest);
        yield return ("folder", bundle.Folder);
    }

    private static string Input(InputSpec input)
    {
        var shape = $"[{string.Join(", ", input.Shape)}]";
        var range = input.Range is [var minimum, var maximum] ? $" from {NumberText.Short(minimum)} to {NumberText.Short(maximum)}" : "";
        var images = input.Image is { } image ? $", images of {image.Channels} x {image.Height} x {image.Width}" : "";
        return shape + range + images;
    }

    private static Table Graphs(BundleManifest manifest)
    {
        var table = Tables.Create(["graph", "file", "size", "inputs", "outputs"], "size");
        foreach (var (role, graph) in manifest.Graphs)
            table.Add(role, graph.File, NumberText.Bytes(graph.Size), Tensors(graph.Inputs), Tensors(graph.Outputs));
        return table;
    }

    private static string Tensors(IEnumerable<TensorEntry> tensors) =>
        string.Join(", ", tensors.Select(tensor => $"{tensor.Name}: {tensor.DType} [{string.Join(", ", tensor.Shape)}] ({tensor.Role})"));

    private static IEnumerable<(string Name, string Value)> Calibration(CalibrationSpec calibration)
    {
        yield return ("score", calibration.ScoreKind);
        yield return ("rows", NumberText.Count(calibration.SampleCount));
        yield return ("mean", $"{NumberText.Short(calibration.Mean)}, deviation {NumberText.Short(calibration.Deviation)}");
        foreach (var (quantile, threshold) in calibration.Thresholds)
            yield return ($"threshold {quantile}", NumberText.Short(threshold));
    }

    private static string TextOf(JsonElement value)
        => value.ValueKind == JsonValueKind.String ? value.GetString()! : JsonSerializer.Serialize(value, Json.Line);
}
