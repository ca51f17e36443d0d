using System.Text.Json;
using Latent.Bundles;
using Latent.Data;
using Latent.Fitting;
using Latent.Onnx;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Layers;
using Latent.Training.Reports;
using static TorchSharp.torch.nn;
using ParitySamples = System.Collections.Generic.IEnumerable<(
    Latent.Training.Export.GraphSpec Graph,
    System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<Latent.Bundles.NamedTensor>> Samples)>;

namespace Latent.Training.Export;

/// <summary>
/// Writes a trained model as a bundle: graphs that share one weights file, each proven against the model; golden vectors,
/// calibration, evaluation, report, manifest. The bundle is published complete or not at all. A family supplies its parts.
/// </summary>
/// <param name="settings">The settings of the bundle.</param>
/// <param name="data">The training, validation and test rows.</param>
/// <param name="model">The model; trained, and on the CPU, before its bundle is written.</param>
internal abstract class BundleExport(BundleSettings settings, DataSplits data, Module model)
{
    /// <summary>The name and version of this program in bundles.</summary>
    public static ProducerSpec Producer { get; } = new()
    {
        Name = "latent",
        Version = typeof(BundleExport).Assembly.GetName().Version!.ToString(3),
    };

    /// <summary>The settings of the bundle.</summary>
    protected BundleSettings Settings => settings;

    /// <summary>The training, validation and test rows.</summary>
    protected DataSplits Data => data;

    /// <summary>The latent space.</summary>
    protected abstract LatentSpec Latent { get; }

    /// <summary>One input row.</summary>
    protected abstract InputSpec Input { get; }

    /// <summary>The vocabulary file; null for models without one.</summary>
    protected virtual FileEntry? Vocabulary => null;

    /// <summary>The entropy model of a codec; null for other models.</summary>
    protected virtual FileEntry? Entropy => null;

    /// <summary>The kind of the anomaly score; null for models without one.</summary>
    protected virtual string? ScoreKind => null;

    /// <summary>Writes the bundle.</summary>
    /// <param name="history">The metrics of each epoch.</param>
    /// <param name="folder">The bundle folder to write.</param>
    /// <param name="device">The device that the model was trained on.</param>
    /// <param name="stage">Receives the name of each stage.</param>
    /// <exception cref="ParityException">ONNX Runtime and TorchSharp disagree.</exception>
    /// <exception cref="BundleException">The folder cannot be written.</exception>
    public Bundle Write(IReadOnlyList<EpochMetrics> history, string folder, string device, Action<string> stage)
    {
        Prepare(stage);
        using var writer = BundleWriter.Create(folder);
        stage("exporting");
        var graphs = BuildGraphs(GraphOptions());
        stage("checking parity");
        var parity = Prove(graphs, writer.Folder);

        using var draft = new BundleDraft(writer, graphs);
        AddFiles(draft, stage);
        AddGoldens(draft);
        Calibrate(draft, stage);
        stage("evaluating");
        var manifest = ManifestOf(draft, parity);
        stage("writing the report");
        var run = RunRecord.Create(history, model.parameters().Sum(parameter => parameter.numel()), RunEnvironment.OfThisProcess(device));
        var content = ReportFiles.Write(writer, manifest, settings.Recipe, history, run);
        HtmlPage.Save(writer.GetPath(ReportFiles.PageName), WritePage(draft, content));
        return writer.Commit(manifest);
    }

    /// <summary>Computes what the graphs need beside the model. Default: nothing.</summary>
    /// <param name="stage">Receives the name of the stage.</param>
    protected virtual void Prepare(Action<string> stage)
    {
    }

    /// <summary>Describes all graphs of the family.</summary>
    /// <param name="options">Operator set and metadata.</param>
    protected abstract IReadOnlyList<GraphSpec> BuildGraphs(ExportOptions options);

    /// <summary>Returns the rows on which graphs and model are compared. Default: the validation rows.</summary>
    protected virtual Dataset RowsToCompare() => data.Validation;

    /// <summary>Returns, for each graph, the inputs on which it is compared with the model.</summary>
    /// <param name="export">The batch sizes.</param>
    /// <param name="graphs">The graphs.</param>
    /// <param name="rows">The rows to compare on.</param>
    protected abstract ParitySamples SamplesOf(GraphExport export, IReadOnlyList<GraphSpec> graphs, Dataset rows);

    /// <summary>Adds the files of the family beside the graphs. Default: none.</summary>
    /// <param name="draft">The bundle in progress.</param>
    /// <param name="stage">Receives the name of the stage.</param>
    protected virtual void AddFiles(BundleDraft draft, Action<string> stage)
    {
    }

    /// <summary>Adds golden vectors to each graph; none contains training data, so that the bundle can be shared.</summary>
    /// <param name="draft">The bundle in progress.</param>
    protected abstract void AddGoldens(BundleDraft draft);

    /// <summary>Returns the options in the manifest.</summary>
    /// <param name="draft">The bundle in progress, calibrated.</param>
    protected abstract JsonElement OptionsOf(BundleDraft draft);

    /// <summary>Computes the metrics of the test rows.</summary>
    /// <param name="draft">The bundle in progress, calibrated.</param>
    protected abstract IReadOnlyDictionary<string, double> Measure(BundleDraft draft);

    /// <summary>Writes the report page.</summary>
    /// <param name="draft">The bundle in progress.</param>
    /// <param name="content">The page content that applies to every model.</param>
    protected abstract string WritePage(BundleDraft draft, ReportContent content);

    private ExportOptions GraphOptions() => new()
    {
        Opset = settings.Export.Opset,
        Metadata = new Dictionary<string, string> { ["latent.name"] = settings.Name, ["latent.family"] = settings.Family },
        Converters = LeakyRelu.AddTo(ConverterRegistry.Default),
    };

    private ParitySpec Prove(IReadOnlyList<GraphSpec> graphs, string folder)
    {
        var rows = RowsToCompare();
        var export = GraphExport.Create(settings.Export, rows.Count);
        return export.Export(model, folder, SamplesOf(export, graphs, rows));
    }

    private void Calibrate(BundleDraft draft, Action<string> stage)
    {
        if (ScoreKind is not { } kind)
            return;
        stage("calibrating");
        draft.Scores = draft.Files.Score(data.Validation.Values);
        draft.Calibration = ScoreCalibration.Compute(kind, draft.Scores, settings.Calibration.Quantiles);
    }

    private BundleManifest ManifestOf(BundleDraft draft, ParitySpec parity) => new()
    {
        Name = settings.Name,
        Family = settings.Family,
        Options = OptionsOf(draft),
        Graphs = draft.Graphs.ToDictionary(graph => graph.Role, graph => graph.Entry),
        Weights = GraphFiles.Weights,
        Vocabulary = Vocabulary,
        Entropy = Entropy,
        Latent = Latent,
        Input = Input,
        Calibration = draft.Calibration,
        Parity = parity,
        Metrics = Measure(draft),
        Data = new DataSpec { Name = data.Name, Digest = data.Digest },
        Producer = Producer,
    };
}
