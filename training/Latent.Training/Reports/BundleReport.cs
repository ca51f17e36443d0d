using System.Text.Json;
using Latent.Bundles;

namespace Latent.Training.Reports;

/// <summary>Reads the <c>report/</c> folder of a bundle.</summary>
internal static class BundleReport
{
    /// <summary>The page of a bundle: the one that training wrote or, where there is none, one made of what the bundle holds.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <returns>The page as HTML, and whether it lies in the bundle.</returns>
    /// <exception cref="BundleException">There are no metrics to make a page of.</exception>
    public static (string Page, bool IsThere) Page(Bundle bundle) => PathOf(bundle) is var path && File.Exists(path)
        ? (File.ReadAllText(path), true)
        : (ReportPage.Write(Read(bundle)), false);

    /// <summary>Where the page of a bundle lies, or would lie.</summary>
    public static string PathOf(Bundle bundle) => Path.Combine(bundle.Folder, ReportFiles.PageName);

    /// <summary>What a bundle says of itself; the rows it was trained on are not there, nor is what needs them.</summary>
    /// <exception cref="BundleException">Metrics or recipe are missing or damaged.</exception>
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

    /// <summary>The bytes of a file in a bundle's folder; null where it is not there.</summary>
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
                $"The recipe of the bundle cannot be read.\nWhere: {Path.Combine(bundle.Folder, ReportFiles.RecipeName)}\nExpected: the JSON that 'latent train' writes\n" +
                $"Received: {exception.Message.Split('\n')[0]}\nFix: take the bundle as it was written, or delete this file.", exception);
        }
    }

    // As many scores as were calibrated on, spread as their quantiles say.
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
