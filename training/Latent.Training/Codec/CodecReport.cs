using Latent.Bundles;
using Latent.Codecs;
using Latent.Training.Data;
using Latent.Training.Fitting;
using Latent.Training.Recipes;
using Latent.Training.Reports;

namespace Latent.Training.Codec;

/// <summary>Writes <c>report/</c> of a codec's bundle: the page, the metrics, the recipe, the record of the run.</summary>
/// <param name="recipe">What was trained.</param>
/// <param name="data">The pictures.</param>
/// <param name="engine">The codec.</param>
internal sealed class CodecReport(Recipe recipe, DataSplits data, CodecEngine engine)
{
    /// <summary>Writes the folder.</summary>
    /// <param name="writer">The bundle that is being written.</param>
    /// <param name="manifest">What will be its manifest.</param>
    /// <param name="history">What each epoch measured.</param>
    /// <param name="run">How it was trained.</param>
    /// <param name="curves">Size and quality of the codec and of others.</param>
    public void Write(BundleWriter writer, BundleManifest manifest, IReadOnlyList<EpochMetrics> history, RunRecord run, IReadOnlyList<RateDistortionCurve> curves)
    {
        var content = ReportFiles.Write(writer, manifest, recipe, history, run);
        var strips = data.Test.Count == 0 ? [] : new CodecImages(engine, data.Test).Draw();
        HtmlPage.Save(writer.GetPath(ReportFiles.PageName), CodecPage.Write(content, curves, strips));
    }
}
