using System.Text.Json;
using Latent.Bundles;
using Latent.Fitting;
using Latent.Training.Recipes;

namespace Latent.Training.Reports;

/// <summary>What every <c>report/</c> holds beside its pictures: the page, the metrics of the epochs, the recipe, the record of the run.</summary>
internal static class ReportFiles
{
    /// <summary>The page.</summary>
    public const string PageName = "report/index.html";

    /// <summary>The recipe.</summary>
    public const string RecipeName = "report/recipe.json";

    private const string TensorBoardName = "report/tensorboard/events";

    /// <summary>Writes all but the page.</summary>
    /// <param name="writer">The bundle that is being written; its graphs are there already.</param>
    /// <param name="manifest">What will be its manifest.</param>
    /// <param name="recipe">What was trained.</param>
    /// <param name="history">What each epoch measured.</param>
    /// <param name="run">How it was trained.</param>
    /// <returns>What the page shows of every model.</returns>
    public static ReportContent Write(BundleWriter writer, BundleManifest manifest, Recipe recipe, IReadOnlyList<EpochMetrics> history, RunRecord run)
    {
        var recipeText = recipe.ToJson().ToString().ReplaceLineEndings("\n") + "\n";
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
