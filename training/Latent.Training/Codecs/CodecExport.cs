using System.Text.Json;
using Latent.Bundles;
using Latent.Codecs;
using Latent.Data;
using Latent.Imaging;
using Latent.Onnx;
using Latent.Runtime;
using Latent.Training.Binding;
using Latent.Training.Export;
using Latent.Training.Reports;

namespace Latent.Training.Codecs;

/// <summary>Writes the bundle of a codec, with its entropy model and rate-distortion curve.</summary>
/// <param name="settings">The settings of the bundle.</param>
/// <param name="data">The images.</param>
/// <param name="model">The model.</param>
internal sealed class CodecExport(BundleSettings settings, DataSplits data, CodecModel model) : BundleExport(settings, data, model)
{
    private const string EntropyName = "entropy.bin";

    // The frequency tables count one in this many training images.
    private const int CountedEvery = 3;

    private readonly ImageShape shape = data.Train.Image!;
    private CodecEngine? engine;
    private IReadOnlyList<RateDistortionCurve> curves = [];

    /// <inheritdoc/>
    protected override LatentSpec Latent => new() { Size = model.Options.Latent };

    /// <inheritdoc/>
    protected override InputSpec Input => new()
    {
        Shape = [1, shape.Height, shape.Width],
        Range = [0, 1],
        Image = new ImageSpec { Channels = 1, Height = shape.Height, Width = shape.Width },
    };

    /// <inheritdoc/>
    protected override FileEntry? Entropy => new() { File = EntropyName };

    /// <inheritdoc/>
    protected override IReadOnlyList<GraphSpec> BuildGraphs(ExportOptions options) => new CodecGraphs(model, options).Build();

    /// <inheritdoc/>
    protected override IEnumerable<(GraphSpec Graph, IReadOnlyList<IReadOnlyList<NamedTensor>> Samples)> SamplesOf(
        GraphExport export, IReadOnlyList<GraphSpec> graphs, Dataset rows)
    {
        var (analysis, synthesis) = (graphs[0], graphs[1]);
        NamedTensor[] images = [.. export.BatchSizes.Select(batch => CodecGoldens.Squares(rows, batch, model.Options.Patch))];
        return [(analysis, Each(images)), (synthesis, Each(images.Select(analysis.RunInTorchSharp)))];

        static IReadOnlyList<IReadOnlyList<NamedTensor>> Each(IEnumerable<NamedTensor> inputs) =>
            [.. inputs.Select(input => new[] { input })];
    }

    /// <inheritdoc/>
    protected override void AddFiles(BundleDraft draft, Action<string> stage)
    {
        stage("counting latents");
        engine = draft.Own(EngineOf(draft.Writer));
    }

    /// <inheritdoc/>
    protected override void AddGoldens(BundleDraft draft) => CodecGoldens.Add(draft.Writer, draft.Files, model.Options);

    /// <inheritdoc/>
    protected override JsonElement OptionsOf(BundleDraft draft) => JsonSerializer.SerializeToElement(RecordBinder.ToJson(model.Options));

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, double> Measure(BundleDraft draft)
    {
        curves = [CodecEvaluation.OfEngine(Settings.Name, engine!, Data.Test), CodecEvaluation.OfJpeg(Data.Test)];
        return CodecMetrics.Compute(curves);
    }

    /// <inheritdoc/>
    protected override string WritePage(BundleDraft draft, ReportContent content) =>
        CodecPage.Write(content, curves, new CodecImages(engine!, Data.Test).Draw());

    private CodecEngine EngineOf(BundleWriter writer)
    {
        var formula = EntropyModelBuilder.Build(model);
        using var counting = Engine(formula);
        var images = Enumerable.Range(0, Data.Train.Count).Where(image => image % CountedEvery == 0);
        var entropy = EntropyModelBuilder.Learn(
            formula,
            images.Select(image => counting.Analyse(Data.Train.Row(image), shape.Width, shape.Height)),
            counting.Positions(shape.Height),
            counting.Positions(shape.Width));
        entropy.Save(writer.GetPath(EntropyName));
        return Engine(entropy);

        CodecEngine Engine(EntropyModel entropy) =>
            new(entropy, () => Open(CodecEngine.AnalysisRole), () => Open(CodecEngine.SynthesisRole));

        GraphSession Open(string role) => new(Path.Combine(writer.Folder, $"{role}.onnx"));
    }
}
