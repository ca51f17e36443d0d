using Latent.Bundles;
using Latent.Data;
using Latent.Runtime;
using Latent.Training.Export;
using Latent.Training.Recommenders;
using Latent.Training.Sequences;

namespace Latent.Training.Reports;

/// <summary>Writes the report page and images of a bundle.</summary>
/// <param name="settings">The settings of the bundle.</param>
/// <param name="data">The rows.</param>
/// <param name="history">The reconstructions recorded in training of an image model; null for other models.</param>
internal sealed class ReportWriter(BundleSettings settings, DataSplits data, ReconstructionHistory? history)
{
    /// <summary>The path of the test images and their reconstructions.</summary>
    public const string ReconstructionsName = "report/reconstructions.png";

    /// <summary>The path of the samples from the prior.</summary>
    public const string SamplesName = "report/samples.png";

    private const int MapRows = 2000;

    /// <summary>The texts of a sequence model; null for other models.</summary>
    public TextExamples? Texts { get; init; }

    /// <summary>Writes the images of the report, and the page.</summary>
    /// <param name="draft">The bundle in progress.</param>
    /// <param name="content">The page content that applies to every model.</param>
    /// <returns>The page.</returns>
    public string Write(BundleDraft draft, ReportContent content)
    {
        content = content with
        {
            Scores = draft.Scores,
            Texts = Texts,
            Recommendations = RecommendationExamples.Create(data.Test, HeldOutSpec.From(settings.Data), draft.Files.Reconstruct),
        };
        return ReportPage.Write(WithCodes(WithImages(content, draft.Writer, draft.Files), draft.Files));
    }

    private ReportContent WithImages(ReportContent content, BundleWriter writer, GraphFiles files)
    {
        if (history is null || data.Test.Image is not { Channels: 1 or 3 } shape)
            return content;
        var images = new ReportImages(settings.Report, shape);
        var hasPrior = content.Manifest.Latent.Prior is not null;
        var path = hasPrior ? InterpolationKind.Spherical : InterpolationKind.Linear;
        var scale = HeatScale.Choose(content.Manifest.Calibration, settings.Calibration.Alarm);
        if (settings.Report.Reconstructions > 0)
            images.SaveReconstructions(writer.GetPath(ReconstructionsName), data.Test, files.Reconstruct);
        if (hasPrior && settings.Report.Samples > 0)
            images.SaveSamples(writer.GetPath(SamplesName), (int)content.Manifest.Latent.Size, files.Decode);

        return content with
        {
            ReconstructionStrips = [.. images.ReconstructionStrips(
                history,
                content.History[^1].Epoch,
                files.Reconstruct,
                keptBest: settings.KeepsBest)],
            Reconstructions = BundleReport.Find(writer.Folder, ReconstructionsName),
            Samples = BundleReport.Find(writer.Folder, SamplesName),
            HeatMaps = settings.Data.Normal is null ? [] : [.. images.HeatMaps(data.Test, files.Errors, scale)],
            Interpolations = [.. images.Interpolations(data.Test, rows => files.Encode(rows).Mean, files.Decode, path)],
        };
    }

    private ReportContent WithCodes(ReportContent content, GraphFiles files)
    {
        var shown = data.Test.Subset(RowChoice.Sampled(data.Test, MapRows, settings.Report.Seed));
        var codes = files.Encode(shown.Values).Mean;
        return content with { Map = LatentMap.Create(shown, codes), Activity = CodeActivity.Find(content.Manifest, codes) };
    }
}
