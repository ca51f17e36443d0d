using System.Text.Json;
using System.Text.Json.Nodes;
using Latent.Bundles;
using Latent.Onnx;
using Latent.Training.Calibration;
using Latent.Training.Data;
using Latent.Training.Evaluation;
using Latent.Training.Fitting;
using Latent.Training.Models;
using Latent.Training.Objectives;
using Latent.Training.Recipes;
using Latent.Training.Reports;

namespace Latent.Training.Export;

/// <summary>
/// Writes a trained model as a bundle: graphs over one weights file, parity check, golden vectors, calibration,
/// evaluation, report, manifest. The bundle appears whole or not at all.
/// </summary>
/// <param name="recipe">What was trained.</param>
/// <param name="data">The rows it was trained on, validated on, and is tested on.</param>
/// <param name="stage">Is told what is under way.</param>
internal sealed class BundleExporter(Recipe recipe, DataSplits data, Action<string> stage)
{
    private const string WeightsName = "weights.bin";

    /// <summary>Writes the bundle.</summary>
    /// <param name="built">The trained model on the CPU, and its options.</param>
    /// <param name="objective">What it was trained on.</param>
    /// <param name="history">What each epoch measured.</param>
    /// <param name="folder">The folder that the bundle becomes.</param>
    /// <returns>The bundle.</returns>
    /// <exception cref="ParityException">ONNX Runtime does not agree with TorchSharp.</exception>
    /// <exception cref="BundleException">The folder cannot be written.</exception>
    public Bundle Export(BuiltModel built, Objective objective, IReadOnlyList<EpochMetrics> history, string folder)
    {
        var model = built.Model;
        var score = new AnomalyScore(objective);
        using var writer = BundleWriter.Create(folder);

        stage("exporting");
        var graphs = new AutoencoderGraphs(model, score, ExportOptions(model)).Build();
        SaveGraphs(graphs, writer.Folder);

        using var files = new GraphFiles(writer.Folder, graphs);
        var codes = files.Encode(data.Validation.Values).Mean;
        stage("checking parity");
        var parity = CheckParity(graphs, files, codes);
        AddGoldens(graphs, files, GoldenRows.Codes(codes, (int)model.LatentSize), writer);
        stage("calibrating");
        var calibration = ScoreCalibration.Of(score.KindFor(model), files.Score(data.Validation.Values), recipe.Calibration.Quantiles);
        stage("evaluating");
        var definition = new LossDefinition(data.Test.SampleSize, objective.Reconstruction is BinaryCrossEntropy, objective.Beta);
        var metrics = BundleEvaluator.Evaluate(files, definition, data.Test);
        WriteReport(model, files, history, writer);

        return writer.Commit(new BundleManifest
        {
            Name = recipe.Name,
            Family = model.Family,
            Options = OptionsOf(built.Options),
            Graphs = graphs.ToDictionary(graph => graph.Role, graph => graph.Entry),
            Weights = new FileEntry { File = WeightsName },
            Latent = new LatentSpec { Size = model.LatentSize, Prior = model.IsVariational ? LatentSpec.StandardNormal : null },
            Input = InputOf(model),
            Calibration = calibration,
            Parity = parity,
            Metrics = metrics,
            Data = new DataSpec { Name = data.Name, Digest = data.Digest },
            Producer = new ProducerSpec { Name = "latent", Version = typeof(BundleExporter).Assembly.GetName().Version!.ToString(3) },
        });
    }

    private static void SaveGraphs(IEnumerable<GraphSpec> graphs, string folder)
    {
        var weights = new WeightsFile(WeightsName);
        foreach (var graph in graphs)
            graph.Model.Save(Path.Combine(folder, graph.FileName), weights);
        weights.Save(folder);
    }

    private static void AddGoldens(IReadOnlyList<GraphSpec> graphs, GraphFiles files, float[] codes, BundleWriter writer)
    {
        var rows = files.Decode(codes);
        foreach (var graph in graphs)
        {
            var input = NamedTensor.Of(graph.Inputs[0].Name, graph.TakesCodes ? codes : rows, GoldenRows.Count, graph.RowSize);
            writer.AddGolden(graph.Role, [input], files[graph.Role].RunOnce(input));
        }
    }

    private ExportOptions ExportOptions(AutoencoderModel model) => new()
    {
        Opset = recipe.Export.Opset,
        Metadata = new Dictionary<string, string> { ["latent.name"] = recipe.Name, ["latent.family"] = model.Family },
    };

    private ParitySpec CheckParity(IReadOnlyList<GraphSpec> graphs, GraphFiles files, float[] codes)
    {
        int[] batchSizes = [.. recipe.Export.BatchSizes.Select(size => Math.Min(size, data.Validation.Count)).Distinct()];
        var check = new ParityCheck(recipe.Export.Tolerance, batchSizes);
        var largest = graphs.Max(graph => check.Measure(graph, files[graph.Role], graph.TakesCodes ? codes : data.Validation.Values));
        return new ParitySpec { Tolerance = recipe.Export.Tolerance, MaxDifference = largest, BatchSizes = batchSizes };
    }

    private void WriteReport(AutoencoderModel model, GraphFiles files, IReadOnlyList<EpochMetrics> history, BundleWriter writer)
    {
        MetricsLog.Write(writer.PathOf("report/metrics.jsonl"), history);
        File.WriteAllText(writer.PathOf("report/recipe.json"), recipe.ToJson().ToString().ReplaceLineEndings("\n") + "\n");
        if (data.Test.Image is not { Channels: 1 or 3 } shape)
            return;
        var pictures = new ReportPictures(recipe.Report, shape);
        if (recipe.Report.Reconstructions > 0)
            pictures.SaveReconstructions(writer.PathOf("report/reconstructions.png"), data.Test, files.Reconstruct);
        if (model.IsVariational && recipe.Report.Samples > 0)
            pictures.SaveSamples(writer.PathOf("report/samples.png"), (int)model.LatentSize, files.Decode);
    }

    // The likelihood and the weight of the divergence are part of the score graph, so they are part of the definition.
    private JsonElement OptionsOf(JsonObject options)
    {
        options["likelihood"] = RecordBinder.NameOf(recipe.Objective.Likelihood);
        options["beta"] = recipe.Objective.Beta;
        return JsonSerializer.SerializeToElement(options);
    }

    private InputSpec InputOf(AutoencoderModel model) => new()
    {
        Shape = [model.InputSize],
        Range = data.Train.Range.IsUnit ? [0, 1] : [data.Train.Range.Minimum, data.Train.Range.Maximum],
        Features = data.Train.FeatureNames,
        Normalization = RecordBinder.NameOf(model.Normalizer.Kind),
        Image = data.Train.Image is { Channels: 1 or 3 } image ? new ImageSpec { Channels = image.Channels, Height = image.Height, Width = image.Width } : null,
    };
}
