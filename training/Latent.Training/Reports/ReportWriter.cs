using Latent.Bundles;
using Latent.Data;
using Latent.Fitting;
using Latent.Runtime;
using Latent.Training.Export;
using Latent.Training.Recipes;
using Latent.Training.Recommenders;
using Latent.Training.Sequences;

namespace Latent.Training.Reports;

/// <summary>Writes the <c>report/</c> folder of a bundle: the page, images, metrics, recipe and run record.</summary>
/// <param name="recipe">The recipe of the model.</param>
/// <param name="data">The rows.</param>
/// <param name="film">The reconstructions recorded in training of an image model; null for other models.</param>
internal sealed class ReportWriter(Recipe recipe, DataSplits data, ReconstructionHistory? film)
{
    /// <summary>The path of the test images and their reconstructions.</summary>
    public const string ReconstructionsName = "report/reconstructions.png";

    /// <summary>The path of the samples from the prior.</summary>
    public const string SamplesName = "report/samples.png";

    private const int MapRows = 2000;

    /// <summary>The texts of a sequence model; null for other models.</summary>
    public TextExamples? Texts { get; init; }

    /// <summary>Writes the report folder.</summary>
    /// <param name="writer">The bundle in progress, with its graphs already written.</param>
    /// <param name="manifest">The manifest of the bundle.</param>
    /// <param name="files">The exported graphs.</param>
    /// <param name="history">The metrics of each epoch.</param>
    /// <param name="scores">The anomaly scores of the validation rows.</param>
    /// <param name="run">The record of the training run.</param>
    public void Write(BundleWriter writer, BundleManifest manifest, GraphFiles files, IReadOnlyList<EpochMetrics> history, float[] scores, RunRecord run)
    {
        var content = ReportFiles.Write(writer, manifest, recipe, history, run) with
        {
            Scores = scores,
            Texts = Texts,
            Tastes = RecommendationExamples.Create(data.Test, HeldOutSpec.From(recipe.Data), files.Reconstruct),
        };
        content = WithCodes(WithImages(content, writer, files), files);
        HtmlPage.Save(writer.GetPath(ReportFiles.PageName), ReportPage.Write(content));
    }

    private ReportContent WithImages(ReportContent content, BundleWriter writer, GraphFiles files)
    {
        if (film is null || data.Test.Image is not { Channels: 1 or 3 } shape)
            return content;
        var images = new ReportImages(recipe.Report, shape);
        var hasPrior = content.Manifest.Latent.Prior is not null;
        if (recipe.Report.Reconstructions > 0)
            images.SaveReconstructions(writer.GetPath(ReconstructionsName), data.Test, files.Reconstruct);
        if (hasPrior && recipe.Report.Samples > 0)
            images.SaveSamples(writer.GetPath(SamplesName), (int)content.Manifest.Latent.Size, files.Decode);

        return content with
        {
            Film = [.. images.Film(film, content.History[^1].Epoch, files.Reconstruct, keptBest: recipe.Fit.EarlyStopping is not null)],
            Reconstructions = BundleReport.Find(writer.Folder, ReconstructionsName),
            Samples = BundleReport.Find(writer.Folder, SamplesName),
            HeatMaps = recipe.Data.Normal is null ? [] : [.. images.HeatMaps(data.Test, files.Errors, HeatScale.Choose(content.Manifest.Calibration, recipe.Calibration.Alarm))],
            Interpolations = [.. images.Interpolations(data.Test, rows => files.Encode(rows).Mean, files.Decode, hasPrior ? InterpolationKind.Spherical : InterpolationKind.Linear)],
        };
    }

    private ReportContent WithCodes(ReportContent content, GraphFiles files)
    {
        var shown = data.Test.Subset(RowChoice.Sampled(data.Test, MapRows, recipe.Report.Seed));
        var codes = files.Encode(shown.Values).Mean;
        return content with { Map = LatentMap.Create(shown, codes), Activity = CodeActivity.Find(content.Manifest, codes) };
    }
}
