using System.Text.Json;
using Latent.Bundles;

namespace Latent.Training.Reports;

/// <summary>Reads the <c>report/</c> folder of a bundle.</summary>
internal static class BundleReport
{
    /// <summary>Returns the page of a bundle: the one that training wrote or, if missing, one rebuilt from the bundle.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <returns>The page as HTML, and whether the bundle contains it.</returns>
    /// <exception cref="BundleException">The bundle has no metrics to build a page from.</exception>
    public static (string Page, bool IsThere) Page(Bundle bundle) => PathOf(bundle) is var path && File.Exists(path)
        ? (File.ReadAllText(path), true)
        : (ReportPage.Write(Read(bundle)), false);

    /// <summary>Returns the path of a bundle's page, whether or not it exists.</summary>
    public static string PathOf(Bundle bundle) => Path.Combine(bundle.Folder, ReportFiles.PageName);

    /// <summary>Reads the report content of a bundle, without the parts that need the data rows.</summary>
    /// <exception cref="BundleException">The metrics or the recipe are missing or corrupt.</exception>
    public static ReportContent Read(Bundle bundle) => new()
    {
        Manifest = bundle.Manifest,
        Recipe = Find(bundle.Folder, ReportFiles.RecipeName) is { } recipe ? Parse(bundle, recipe) : null,
        History = MetricsLog.Read(Path.Combine(bundle.Folder, MetricsLog.FileName)),
        Run = RunRecord.Find(bundle),
        ModelBytes = bundle.Manifest.Graphs.Values.Sum(graph => graph.Size) + (bundle.Manifest.Weights?.Size ?? 0),
        Reconstructions = Find(bundle.Folder, ReportWriter.ReconstructionsName),
        Samples = Find(bundle.Folder, ReportWriter.SamplesName),
        Scores = bundle.Manifest.Calibration is { ReferenceQuantiles.Count: > 1 } calibration ? ScoresOf(calibration) : [],
    };

    /// <summary>Reads a file in a bundle's folder; null if it is missing.</summary>
    public static byte[]? Find(string folder, string name) =>
        Path.Combine(folder, name) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;

    private static JsonElement Parse(Bundle bundle, byte[] recipe)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(recipe);
        }
        catch (JsonException exception)
        {
            throw new BundleException(
                $"The recipe of the bundle cannot be read.\nWhere: {Path.Combine(bundle.Folder, ReportFiles.RecipeName)}\n" +
                "Expected: JSON as written by 'latent train'\n" +
                $"Received: {exception.Message.Split('\n')[0]}\nFix: restore the original bundle, or delete this file.", exception);
        }
    }

    // Recreates as many scores as the calibration used, distributed by their quantiles.
    private static float[] ScoresOf(CalibrationSpec calibration)
    {
        var quantiles = calibration.ReferenceQuantiles;
        var scores = new float[Math.Clamp(calibration.SampleCount, 2, 1_000_000)];
        for (var i = 0; i < scores.Length; i++)
        {
            var position = (double)i / (scores.Length - 1) * (quantiles.Count - 1);
            var below = Math.Min((int)position, quantiles.Count - 2);
            scores[i] = (float)(quantiles[below] + ((position - below) * (quantiles[below + 1] - quantiles[below])));
        }

        return scores;
    }
}
