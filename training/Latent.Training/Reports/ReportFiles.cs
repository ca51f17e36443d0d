using System.Text.Json;
using System.Text.Json.Nodes;
using Latent.Bundles;
using Latent.Fitting;

namespace Latent.Training.Reports;

/// <summary>
/// The files of every <c>report/</c> folder except images: the page, the metrics of the epochs, the recipe, the run record.
/// </summary>
internal static class ReportFiles
{
    /// <summary>The path of the page.</summary>
    public const string PageName = "report/index.html";

    /// <summary>The path of the recipe.</summary>
    public const string RecipeName = "report/recipe.json";

    private const string TensorBoardName = "report/tensorboard/events";

    /// <summary>Writes all files except the page.</summary>
    /// <param name="writer">The bundle in progress, with its graphs already written.</param>
    /// <param name="manifest">The manifest of the bundle.</param>
    /// <param name="recipe">The recipe of the model.</param>
    /// <param name="history">The metrics of each epoch.</param>
    /// <param name="run">The record of the training run.</param>
    /// <returns>The page content that applies to every model.</returns>
    public static ReportContent Write(
        BundleWriter writer, BundleManifest manifest, JsonObject recipe, IReadOnlyList<EpochMetrics> history, RunRecord run)
    {
        var recipeText = recipe.ToString().ReplaceLineEndings("\n") + "\n";
        MetricsLog.Write(writer.GetPath(MetricsLog.FileName), history);
        TensorBoardLog.Write(Path.GetDirectoryName(writer.GetPath(TensorBoardName))!, history);
        File.WriteAllText(writer.GetPath(RecipeName), recipeText);
        run.Write(writer.GetPath(RunRecord.FileName));

        return new ReportContent
        {
            Manifest = manifest,
            Recipe = JsonSerializer.Deserialize<JsonElement>(recipeText),
            History = history,
            Run = run,
            ModelBytes = Directory.EnumerateFiles(writer.Folder).Sum(file => new FileInfo(file).Length),
        };
    }
}
