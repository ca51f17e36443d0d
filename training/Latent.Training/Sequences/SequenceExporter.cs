using System.Text.Json;
using Latent.Bundles;
using Latent.Data;
using Latent.Fitting;
using Latent.Molecules;
using Latent.Runtime;
using Latent.Sequences;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Binding;
using Latent.Training.Export;
using Latent.Training.Recipes;
using Latent.Training.Reports;

namespace Latent.Training.Sequences;

/// <summary>
/// Writes a trained sequence model as a bundle: graphs that share one weights file, vocabulary, parity check, golden
/// vectors, calibration, evaluation, report, manifest. The bundle is published complete or not at all.
/// </summary>
/// <param name="recipe">The recipe of the model.</param>
/// <param name="data">The training, validation and test rows.</param>
/// <param name="stage">Receives the name of each stage.</param>
internal sealed class SequenceExporter(Recipe recipe, DataSplits data, Action<string> stage)
{
    private const string VocabularyName = "vocabulary.json";
    private const int GoldenRows = 4;
    private const int ShownTexts = 12;
    private const long Seed = 2026;

    private readonly TokenVocabulary vocabulary = data.Train.Vocabulary!;

    /// <summary>Writes the bundle.</summary>
    /// <param name="model">The trained model, on the CPU.</param>
    /// <param name="options">The resolved options of the model.</param>
    /// <param name="history">The metrics of each epoch.</param>
    /// <param name="folder">The bundle folder to write.</param>
    /// <param name="device">The device that the model was trained on.</param>
    /// <exception cref="ParityException">ONNX Runtime and TorchSharp disagree.</exception>
    /// <exception cref="BundleException">The folder cannot be written.</exception>
    public Bundle Export(SequenceModel model, SequenceOptions options, IReadOnlyList<EpochMetrics> history, string folder, string device)
    {
        using var writer = BundleWriter.Create(folder);
        stage("exporting");
        var graphs = new SequenceGraphs(model, BundleExporter.GraphOptions(recipe)).Build();
        stage("checking parity");
        var parity = Export(model, graphs, writer.Folder);
        File.WriteAllBytes(writer.GetPath(VocabularyName), vocabulary.ToJson());

        using var files = new GraphFiles(writer.Folder, graphs);
        AddGoldens(model, graphs, files, writer);
        stage("calibrating");
        var scores = files.Score(data.Validation.Values);
        var calibration = ScoreCalibration.Compute("negative_elbo", scores, recipe.Calibration.Quantiles);
        stage("evaluating");
        var manifest = ManifestOf(model, options, graphs) with { Calibration = calibration, Parity = parity, Metrics = Measure(model, writer.Folder) };
        stage("writing the report");
        var run = RunRecord.Create(history, model.parameters().Sum(parameter => parameter.numel()), RunEnvironment.OfThisProcess(device));
        new ReportWriter(recipe, data, film: null) { Texts = ExamplesOf(model, graphs, files, writer) }.Write(writer, manifest, files, history, scores, run);
        return writer.Commit(manifest);
    }

    private BundleManifest ManifestOf(SequenceModel model, SequenceOptions options, IReadOnlyList<GraphSpec> graphs) => new()
    {
        Name = recipe.Name,
        Family = SequenceFamily.Name,
        Options = OptionsOf(options),
        Graphs = graphs.ToDictionary(graph => graph.Role, graph => graph.Entry),
        Weights = GraphFiles.Weights,
        Vocabulary = new FileEntry { File = VocabularyName },
        Latent = new LatentSpec { Size = model.LatentSize, Prior = LatentSpec.StandardNormal },
        Input = new InputSpec { Shape = [model.Length], Range = [0, model.Vocabulary - 1], Normalization = "none" },
        Data = new DataSpec { Name = data.Name, Digest = data.Digest },
        Producer = BundleExporter.Producer,
    };

    private JsonElement OptionsOf(SequenceOptions options)
    {
        var json = RecordBinder.ToJson(options);
        json["beta"] = recipe.Objective.Beta;
        return JsonSerializer.SerializeToElement(json);
    }

    private Dictionary<string, double> Measure(SequenceModel model, string folder)
    {
        using var evaluator = new SequenceEvaluator(folder, (int)model.LatentSize);
        return evaluator.Measure(data.Test, recipe.Objective.Beta, recipe.Evaluation.ImportanceSamples);
    }

    private ParitySpec Export(SequenceModel model, IReadOnlyList<GraphSpec> graphs, string folder)
    {
        var export = GraphExport.Create(recipe.Export, data.Validation.Count);
        var rows = data.Validation.Rows(..export.BatchSizes.Max()).ToArray();
        var encode = graphs.Single(graph => graph.Role == "encode");
        var inputs = new SequenceInputs(model, rows, encode.RunInTorchSharp(encode.Input(0, rows)).Floats!);
        return export.Export(model, folder, graphs.Select(graph => (graph, export.Batches(graph, inputs.Create(graph)))));
    }

    // The golden sequences are decoded from sampled codes, so that a bundle can be shared without any training row.
    private static void AddGoldens(SequenceModel model, IReadOnlyList<GraphSpec> graphs, GraphFiles files, BundleWriter writer)
    {
        var codes = CodesOf(GoldenRows, model);
        var sequences = Decode(model, graphs, writer, codes, new DecodingOptions { Temperature = 1 });
        var inputs = new SequenceInputs(model, [.. sequences.SelectMany(sequence => RowOf(sequence, (int)model.Length))], codes);
        foreach (var spec in graphs)
        {
            var tensors = spec.FirstRows(inputs.Create(spec), GoldenRows);
            writer.AddGolden(spec.Role, tensors, files[spec.Role].RunOnce(tensors));
        }
    }

    private TextExamples ExamplesOf(SequenceModel model, IReadOnlyList<GraphSpec> graphs, GraphFiles files, BundleWriter writer)
    {
        var tokenizer = Tokenizers.Create(vocabulary, new SmilesTokenizer());
        var shown = data.Test.Subset(RowChoice.Sampled(data.Test, Math.Min(ShownTexts, data.Test.Count), recipe.Report.Seed));
        var reconstructed = Decode(model, graphs, writer, files.Encode(shown.Values).Mean, DecodingOptions.Greedy);
        var sampled = Decode(model, graphs, writer, CodesOf(ShownTexts, model), DecodingOptions.Greedy);
        return new TextExamples(
            [.. reconstructed.Select((tokens, row) => (Text(OriginalTokens(row)), Text(tokens)))],
            [.. sampled.Select(Text)]);

        int[] OriginalTokens(int row) =>
            Array.ConvertAll(shown.Row(row)[..(TokenPreparation.LengthOf(shown.Row(row)) - 1)].ToArray(), token => (int)token);

        string Text(int[] tokens) => tokenizer.Join(tokens.Select(token => vocabulary.Tokens[token]));
    }

    private static IReadOnlyList<int[]> Decode(SequenceModel model, IReadOnlyList<GraphSpec> graphs, BundleWriter writer, float[] codes, DecodingOptions options)
    {
        var spec = graphs.Single(graph => graph.Role == "step");
        using var step = new StepGraph(Path.Combine(writer.Folder, spec.FileName), spec.Inputs, spec.Outputs);
        return new SequenceDecoder(step, (int)model.Length).Decode(codes, options, Seed);
    }

    private static float[] CodesOf(int count, SequenceModel model)
    {
        var codes = new float[count * model.LatentSize];
        new PhiloxStream(Seed).FillGaussian(0, codes);
        return codes;
    }

    private static float[] RowOf(int[] sequence, int length)
    {
        var row = new float[length];
        for (var i = 0; i < sequence.Length; i++)
            row[i] = sequence[i];
        row[sequence.Length] = TokenVocabulary.End;
        return row;
    }
}
