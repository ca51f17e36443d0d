using System.Text.Json;
using System.Text.Json.Nodes;
using Latent.Bundles;
using Latent.Data;
using Latent.Fitting;
using Latent.Onnx;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Binding;
using Latent.Training.Evaluation;
using Latent.Training.Layers;
using Latent.Training.Recipes;
using Latent.Training.Recommenders;
using Latent.Training.Reports;

namespace Latent.Training.Export;

/// <summary>
/// Writes a trained model as a bundle: graphs that share one weights file, parity check, golden vectors, calibration,
/// evaluation, report, manifest. The bundle is published complete or not at all.
/// </summary>
/// <param name="recipe">The recipe of the model.</param>
/// <param name="data">The training, validation and test rows.</param>
/// <param name="stage">Receives the name of each stage.</param>
internal sealed class BundleExporter(Recipe recipe, DataSplits data, Action<string> stage)
{
    /// <summary>The name and version of this program in bundles.</summary>
    public static ProducerSpec Producer { get; } = new() { Name = "latent", Version = typeof(BundleExporter).Assembly.GetName().Version!.ToString(3) };

    /// <summary>Creates the export options of a recipe; the graph metadata contains the model's name and family.</summary>
    public static ExportOptions GraphOptions(Recipe recipe) => new()
    {
        Opset = recipe.Export.Opset,
        Metadata = new Dictionary<string, string> { ["latent.name"] = recipe.Name, ["latent.family"] = recipe.Family },
        Converters = LeakyRelu.AddTo(ConverterRegistry.Default),
    };

    /// <summary>Writes the bundle.</summary>
    /// <param name="built">The trained model, on the CPU, and its options.</param>
    /// <param name="objective">The training objective.</param>
    /// <param name="history">The metrics of each epoch.</param>
    /// <param name="folder">The bundle folder to write.</param>
    /// <param name="film">The reconstructions recorded in training.</param>
    /// <param name="device">The device that the model was trained on.</param>
    /// <returns>The bundle.</returns>
    /// <exception cref="ParityException">ONNX Runtime and TorchSharp disagree.</exception>
    /// <exception cref="BundleException">The folder cannot be written.</exception>
    public Bundle Export(BuiltModel built, Objective objective, IReadOnlyList<EpochMetrics> history, string folder, ReconstructionHistory film, string device)
    {
        var model = built.Model;
        stage("measuring errors");
        var score = AnomalyScore.Create(recipe.Calibration, objective, model, data.Train);
        using var writer = BundleWriter.Create(folder);

        stage("exporting");
        var graphs = new AutoencoderGraphs(model, score, GraphOptions(recipe)).Build();
        stage("checking parity");
        var parity = Export(model, graphs, writer.Folder);
        data.Train.Items?.Write(writer.GetPath(ItemVocabulary.FileName));
        data.Train.CategoricalColumns?.Save(writer);

        using var files = new GraphFiles(writer.Folder, graphs);
        var codes = files.Encode(data.Validation.Values).Mean;
        AddGoldens(graphs, files, GoldenRows.Codes(model, files, codes), writer);
        stage("calibrating");
        var scores = files.Score(data.Validation.Values);
        var calibration = ScoreCalibration.Compute(score.KindFor(model), scores, recipe.Calibration.Quantiles);
        stage("evaluating");
        var manifest = ManifestOf(built, graphs, files, calibration, parity);
        stage("writing the report");
        var run = RunRecord.Create(history, model.parameters().Sum(parameter => parameter.numel()), RunEnvironment.OfThisProcess(device));
        new ReportWriter(recipe, data, film).Write(writer, manifest, files, history, scores, run);
        return writer.Commit(manifest);
    }

    private BundleManifest ManifestOf(BuiltModel built, IReadOnlyList<GraphSpec> graphs, GraphFiles files, CalibrationSpec calibration, ParitySpec parity)
    {
        var (model, spec) = (built.Model, SpecOf(built.Model, calibration));
        return new BundleManifest
        {
            Name = recipe.Name,
            Family = model.Family,
            Options = OptionsOf(built.Options, spec),
            Graphs = graphs.ToDictionary(graph => graph.Role, graph => graph.Entry),
            Weights = GraphFiles.Weights,
            Vocabulary = VocabularyFile(),
            Latent = new LatentSpec { Size = model.LatentSize, Prior = model.IsVariational ? LatentSpec.StandardNormal : null },
            Input = InputOf(model),
            Calibration = calibration,
            Parity = parity,
            Metrics = Measure(model, files, spec),
            Data = new DataSpec { Name = data.Name, Digest = data.Digest },
            Producer = Producer,
        };
    }

    private static void AddGoldens(IReadOnlyList<GraphSpec> graphs, GraphFiles files, float[] codes, BundleWriter writer)
    {
        var rows = files.Decode(codes);
        foreach (var graph in graphs)
        {
            var input = graph.Input(0, graph.TakesCodes ? codes : rows);
            writer.AddGolden(graph.Role, [input], files[graph.Role].RunOnce(input));
        }
    }

    private ParitySpec Export(AutoencoderModel model, IReadOnlyList<GraphSpec> graphs, string folder)
    {
        var clear = data.Validation.Subset(UnambiguousRows.Find(model, data.Validation.Values, least: 1));
        var export = GraphExport.Create(recipe.Export, clear.Count);
        var encode = graphs.Single(graph => graph.Role == "encode");
        var codes = encode.RunInTorchSharp(encode.Input(0, clear.Values)).Floats!;
        return export.Export(model, folder, graphs.Select(graph => (graph, export.Batches(graph, graph.TakesCodes ? codes : clear.Values))));
    }

    private Dictionary<string, double> Measure(AutoencoderModel model, GraphFiles files, EvaluationSpec spec)
    {
        var metrics = new Dictionary<string, double>(BundleEvaluator.Evaluate(files, spec, data.Test));
        if (Contraction.Knows(model))
            metrics["jacobian_norm"] = JacobianNorm.Compute(model, spec.Normal is { } normal ? RowPreparation.OnlyNormal(data.Test, normal) : data.Test);
        return metrics;
    }

    private FileEntry? VocabularyFile() => data.Train switch
    {
        { Items: not null } => new FileEntry { File = ItemVocabulary.FileName },
        { CategoricalColumns: not null } => new FileEntry { File = CategoryVocabulary.FileName },
        _ => null,
    };

    private EvaluationSpec SpecOf(AutoencoderModel model, CalibrationSpec calibration) => new()
    {
        InputSize = data.Test.SampleSize,
        Likelihood = recipe.Objective.Likelihood,
        Beta = recipe.Objective.Beta,
        BetaPerRating = recipe.Objective.BetaPerRating,
        Binarization = recipe.Data.Binarization,
        Normalization = model.Normalizer.Kind,
        Normal = recipe.Data.Normal,
        ActiveAbove = model.Code.ActiveAbove,
        Corruption = model.Normalizer.IsIdentity ? recipe.Corruption : null,
        Alarm = recipe.Calibration.Alarm,
        Threshold = recipe.Calibration.Alarm is { } alarm ? calibration.Thresholds[ScoreCalibration.Name(alarm)] : null,
        Ratings = data.Test.Items is null ? null : HeldOutSpec.From(recipe.Data),
        ImportanceSamples = recipe.Evaluation.ImportanceSamples,
    };

    private static JsonElement OptionsOf(JsonObject options, EvaluationSpec spec)
    {
        foreach (var (key, value) in spec.ToOptions())
            options[key] = JsonSerializer.SerializeToNode(value, RecordBinder.JsonOptions);
        return JsonSerializer.SerializeToElement(options);
    }

    private InputSpec InputOf(AutoencoderModel model) => new()
    {
        Shape = [model.InputSize],
        Range = model.Normalizer.HasCategories ? null : data.Train.Range.IsUnit ? [0, 1] : [data.Train.Range.Minimum, data.Train.Range.Maximum],
        Features = data.Train.FeatureNames,
        // The manifest value stays 'words one_hot' for compatibility.
        Normalization = RecordBinder.NameOf(model.Normalizer.Kind) + (model.Normalizer.HasCategories ? ", words one_hot" : ""),
        Image = data.Train.Image is { Channels: 1 or 3 } image ? new ImageSpec { Channels = image.Channels, Height = image.Height, Width = image.Width } : null,
    };
}
