using System.Text.Json;
using Latent.Bundles;
using Latent.Data;
using Latent.Molecules;
using Latent.Onnx;
using Latent.Runtime;
using Latent.Sequences;
using Latent.Training.Binding;
using Latent.Training.Export;
using Latent.Training.Reports;

namespace Latent.Training.Sequences;

/// <summary>Writes the bundle of a sequence model.</summary>
/// <param name="settings">The settings of the bundle.</param>
/// <param name="data">The training, validation and test rows.</param>
/// <param name="model">The model.</param>
/// <param name="beta">The weight of the divergence.</param>
internal sealed class SequenceExport(BundleSettings settings, DataSplits data, SequenceModel model, double beta)
    : BundleExport(settings, data, model)
{
    private const string VocabularyName = "vocabulary.json";
    private const int GoldenRows = 4;
    private const int ShownTexts = 12;
    private const long Seed = 2026;

    private readonly TokenVocabulary vocabulary = data.Train.Vocabulary!;
    private SequenceDecoder? decoder;

    /// <inheritdoc/>
    protected override LatentSpec Latent => new() { Size = model.LatentSize, Prior = LatentSpec.StandardNormal };

    /// <inheritdoc/>
    protected override InputSpec Input => new() { Shape = [model.Length], Range = [0, model.Vocabulary - 1], Normalization = "none" };

    /// <inheritdoc/>
    protected override FileEntry? Vocabulary => new() { File = VocabularyName };

    /// <inheritdoc/>
    protected override string? ScoreKind => "negative_elbo";

    /// <inheritdoc/>
    protected override IReadOnlyList<GraphSpec> BuildGraphs(ExportOptions options) => new SequenceGraphs(model, options).Build();

    /// <inheritdoc/>
    protected override IEnumerable<(GraphSpec Graph, IReadOnlyList<IReadOnlyList<NamedTensor>> Samples)> SamplesOf(
        GraphExport export, IReadOnlyList<GraphSpec> graphs, Dataset rows)
    {
        var values = rows.Rows(..export.BatchSizes.Max()).ToArray();
        var encode = graphs.Single(graph => graph.Role == "encode");
        var inputs = new SequenceInputs(model, values, encode.RunInTorchSharp(encode.Input(0, values)).Floats!);
        return graphs.Select(graph => (graph, export.Batches(graph, inputs.Create(graph))));
    }

    /// <inheritdoc/>
    protected override void AddFiles(BundleDraft draft, Action<string> stage) =>
        File.WriteAllBytes(draft.Writer.GetPath(VocabularyName), vocabulary.ToJson());

    // The golden sequences are decoded from sampled codes.
    /// <inheritdoc/>
    protected override void AddGoldens(BundleDraft draft)
    {
        var codes = CodesOf(GoldenRows);
        var sequences = Decode(draft, codes, new DecodingOptions { Temperature = 1 });
        var inputs = new SequenceInputs(model, [.. sequences.SelectMany(sequence => RowOf(sequence, (int)model.Length))], codes);
        foreach (var graph in draft.Graphs)
        {
            var tensors = graph.FirstRows(inputs.Create(graph), GoldenRows);
            draft.Writer.AddGolden(graph.Role, tensors, draft.Files[graph.Role].RunOnce(tensors));
        }
    }

    /// <inheritdoc/>
    protected override JsonElement OptionsOf(BundleDraft draft)
    {
        var json = RecordBinder.ToJson(model.Options);
        json["beta"] = beta;
        return JsonSerializer.SerializeToElement(json);
    }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, double> Measure(BundleDraft draft)
    {
        var evaluator = new SequenceEvaluator(draft.Files["encode"].Session, draft.Files["likelihood"].Session, (int)model.LatentSize);
        return evaluator.Measure(Data.Test, beta, Settings.Evaluation.ImportanceSamples);
    }

    /// <inheritdoc/>
    protected override string WritePage(BundleDraft draft, ReportContent content) =>
        new ReportWriter(Settings, Data, history: null) { Texts = ExamplesOf(draft) }.Write(draft, content);

    private TextExamples ExamplesOf(BundleDraft draft)
    {
        var tokenizer = Tokenizers.Create(vocabulary, new SmilesTokenizer());
        var shown = Data.Test.Subset(RowChoice.Sampled(Data.Test, Math.Min(ShownTexts, Data.Test.Count), Settings.Report.Seed));
        var reconstructed = Decode(draft, draft.Files.Encode(shown.Values).Mean, DecodingOptions.Greedy);
        var sampled = Decode(draft, CodesOf(ShownTexts), DecodingOptions.Greedy);
        return new TextExamples(
            [.. reconstructed.Select((tokens, row) => (Text(OriginalTokens(row)), Text(tokens)))],
            [.. sampled.Select(Text)]);

        int[] OriginalTokens(int row) =>
            Array.ConvertAll(shown.Row(row)[..(TokenPreparation.LengthOf(shown.Row(row)) - 1)].ToArray(), token => (int)token);

        string Text(int[] tokens) => tokenizer.Join(tokens.Select(token => vocabulary.Tokens[token]));
    }

    private IReadOnlyList<int[]> Decode(BundleDraft draft, float[] codes, DecodingOptions options)
    {
        decoder ??= DecoderOf(draft);
        return decoder.Decode(codes, options, Seed);
    }

    private SequenceDecoder DecoderOf(BundleDraft draft)
    {
        var spec = draft.Graphs.Single(graph => graph.Role == "step");
        var step = draft.Own(new StepGraph(Path.Combine(draft.Writer.Folder, spec.FileName), spec.Inputs, spec.Outputs));
        return new SequenceDecoder(step, (int)model.Length);
    }

    private float[] CodesOf(int count)
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
