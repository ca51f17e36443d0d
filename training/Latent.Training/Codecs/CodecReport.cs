using Latent.Bundles;
using Latent.Codecs;
using Latent.Data;
using Latent.Fitting;
using Latent.Training.Recipes;
using Latent.Training.Reports;

namespace Latent.Training.Codecs;

/// <summary>Writes <c>report/</c> of a codec's bundle: the page, the metrics, the recipe, the record of the run.</summary>
/// <param name="recipe">The recipe of the model.</param>
/// <param name="data">The images.</param>
/// <param name="engine">The codec.</param>
internal sealed class CodecReport(Recipe recipe, DataSplits data, CodecEngine engine)
{
    /// <summary>Writes the report folder.</summary>
    /// <param name="writer">The bundle in progress.</param>
    /// <param name="manifest">The manifest of the bundle.</param>
    /// <param name="history">The metrics of each epoch.</param>
    /// <param name="run">The record of the training run.</param>
    /// <param name="curves">The rate-distortion curves of the codec, then of other codecs.</param>
    public void Write(BundleWriter writer, BundleManifest manifest, IReadOnlyList<EpochMetrics> history, RunRecord run, IReadOnlyList<RateDistortionCurve> curves)
    {
        var content = ReportFiles.Write(writer, manifest, recipe, history, run);
        var strips = data.Test.Count == 0 ? [] : new CodecImages(engine, data.Test).Draw();
        HtmlPage.Save(writer.GetPath(ReportFiles.PageName), CodecPage.Write(content, curves, strips));
    }
}
