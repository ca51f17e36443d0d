using System.Text.Json;
using Latent.Bundles;
using Latent.Codecs;
using Latent.Data;
using Latent.Fitting;
using Latent.Imaging;
using Latent.Runtime;
using Latent.Training.Binding;
using Latent.Training.Export;
using Latent.Training.Recipes;
using Latent.Training.Reports;

namespace Latent.Training.Codecs;

/// <summary>Writes a trained codec as a bundle: graphs, entropy model, parity check, golden vectors, rate-distortion curve, report, manifest.</summary>
/// <param name="recipe">The recipe of the model.</param>
/// <param name="data">The images.</param>
/// <param name="stage">Receives the name of each stage.</param>
internal sealed class CodecExporter(Recipe recipe, DataSplits data, Action<string> stage)
{
    private const string EntropyName = "entropy.bin";

    // The frequency tables count one in this many training images.
    private const int CountedEvery = 3;

    private readonly ImageShape shape = data.Train.Image!;

    /// <summary>Writes the bundle.</summary>
    /// <param name="model">The trained model, on the CPU.</param>
    /// <param name="history">The metrics of each epoch.</param>
    /// <param name="folder">The bundle folder to write.</param>
    /// <param name="device">The device that the model was trained on.</param>
    /// <exception cref="ParityException">ONNX Runtime and TorchSharp disagree.</exception>
    /// <exception cref="BundleException">The folder cannot be written.</exception>
    public Bundle Export(CodecModel model, IReadOnlyList<EpochMetrics> history, string folder, string device)
    {
        using var writer = BundleWriter.Create(folder);
        stage("exporting");
        var graphs = new CodecGraphs(model, BundleExporter.GraphOptions(recipe)).Build();
        stage("checking parity");
        var parity = Export(model, graphs, writer.Folder);
        using var files = new GraphFiles(writer.Folder, graphs);
        stage("counting latents");
        using var engine = EngineOf(model, writer);
        CodecGoldens.Add(writer, files, model.Options);
        stage("evaluating");
        IReadOnlyList<RateDistortionCurve> curves = [CodecEvaluation.OfEngine(recipe.Name, engine, data.Test), CodecEvaluation.OfJpeg(data.Test)];
        var manifest = ManifestOf(model, graphs, parity, curves);
        stage("writing the report");
        var run = RunRecord.Create(history, model.parameters().Sum(parameter => parameter.numel()), RunEnvironment.OfThisProcess(device));
        new CodecReport(recipe, data, engine).Write(writer, manifest, history, run, curves);
        return writer.Commit(manifest);
    }

    private CodecEngine EngineOf(CodecModel model, BundleWriter writer)
    {
        var formula = EntropyModelBuilder.Build(model);
        using var counting = Engine(formula);
        var images = Enumerable.Range(0, data.Train.Count).Where(image => image % CountedEvery == 0);
        var entropy = EntropyModelBuilder.Learn(
            formula,
            images.Select(image => counting.Analyse(data.Train.Row(image), shape.Width, shape.Height)),
            counting.Positions(shape.Height),
            counting.Positions(shape.Width));
        entropy.Save(writer.GetPath(EntropyName));
        return Engine(entropy);

        CodecEngine Engine(EntropyModel entropy) => new(entropy, () => Open(CodecEngine.AnalysisRole), () => Open(CodecEngine.SynthesisRole));

        GraphSession Open(string role) => new(Path.Combine(writer.Folder, $"{role}.onnx"));
    }

    private ParitySpec Export(CodecModel model, IReadOnlyList<GraphSpec> graphs, string folder)
    {
        var export = GraphExport.Create(recipe.Export, data.Validation.Count);
        var (analysis, synthesis) = (graphs[0], graphs[1]);
        NamedTensor[] images = [.. export.BatchSizes.Select(batch => CodecGoldens.Squares(data.Validation, batch, recipe.Options))];
        return export.Export(model, folder, [(analysis, Each(images)), (synthesis, Each(images.Select(analysis.RunInTorchSharp)))]);

        static IReadOnlyList<IReadOnlyList<NamedTensor>> Each(IEnumerable<NamedTensor> inputs) => [.. inputs.Select(input => new[] { input })];
    }

    private BundleManifest ManifestOf(CodecModel model, IReadOnlyList<GraphSpec> graphs, ParitySpec parity, IReadOnlyList<RateDistortionCurve> curves) => new()
    {
        Name = recipe.Name,
        Family = CodecRun.Family,
        Options = JsonSerializer.SerializeToElement(RecordBinder.ToJson(model.Options)),
        Graphs = graphs.ToDictionary(graph => graph.Role, graph => graph.Entry),
        Weights = GraphFiles.Weights,
        Entropy = new FileEntry { File = EntropyName },
        Latent = new LatentSpec { Size = model.Options.Latent },
        Input = new InputSpec
        {
            Shape = [1, shape.Height, shape.Width],
            Range = [0, 1],
            Image = new ImageSpec { Channels = 1, Height = shape.Height, Width = shape.Width },
        },
        Parity = parity,
        Metrics = CodecMetrics.Compute(curves),
        Data = new DataSpec { Name = data.Name, Digest = data.Digest },
        Producer = BundleExporter.Producer,
    };
}
