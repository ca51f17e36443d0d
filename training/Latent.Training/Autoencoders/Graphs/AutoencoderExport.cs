using System.Text.Json;
using Latent.Bundles;
using Latent.Data;
using Latent.Onnx;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Binding;
using Latent.Training.Evaluation;
using Latent.Training.Export;
using Latent.Training.Recommenders;
using Latent.Training.Reports;
using Latent.Training.Rows;

namespace Latent.Training.Autoencoders.Graphs;

/// <summary>Writes the bundle of an autoencoder.</summary>
/// <param name="settings">The settings of the bundle.</param>
/// <param name="data">The training, validation and test rows.</param>
/// <param name="built">The model and its options.</param>
/// <param name="objective">The training objective.</param>
/// <param name="history">The reconstructions recorded in training.</param>
internal sealed class AutoencoderExport(
    BundleSettings settings, DataSplits data, BuiltModel built, Objective objective, ReconstructionHistory history)
    : BundleExport(settings, data, built.Model)
{
    private readonly AutoencoderModel model = built.Model;
    private AnomalyScore? score;

    /// <inheritdoc/>
    protected override LatentSpec Latent => new()
    {
        Size = model.LatentSize,
        Prior = model.IsVariational ? LatentSpec.StandardNormal : null,
    };

    /// <inheritdoc/>
    protected override InputSpec Input => new()
    {
        Shape = [model.InputSize],
        Range = RangeOf(Data.Train),
        Features = Data.Train.FeatureNames,
        // The manifest value stays 'words one_hot' for compatibility.
        Normalization = RecordBinder.NameOf(model.Normalizer.Kind) + (model.Normalizer.HasCategories ? ", words one_hot" : ""),
        Image = Data.Train.Image is { Channels: 1 or 3 } image
            ? new ImageSpec { Channels = image.Channels, Height = image.Height, Width = image.Width }
            : null,
    };

    /// <inheritdoc/>
    protected override FileEntry? Vocabulary => Data.Train switch
    {
        { Items: not null } => new FileEntry { File = ItemVocabulary.FileName },
        { CategoricalColumns: not null } => new FileEntry { File = CategoryVocabulary.FileName },
        _ => null,
    };

    /// <inheritdoc/>
    protected override string? ScoreKind => score!.KindFor(model);

    /// <inheritdoc/>
    protected override void Prepare(Action<string> stage)
    {
        stage("measuring errors");
        score = AnomalyScore.Create(Settings.Calibration.Score, objective, model, Data.Train);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<GraphSpec> BuildGraphs(ExportOptions options) => new AutoencoderGraphs(model, score!, options).Build();

    /// <inheritdoc/>
    protected override Dataset RowsToCompare() =>
        Data.Validation.Subset(UnambiguousRows.Find(model, Data.Validation.Values, least: 1));

    /// <inheritdoc/>
    protected override IEnumerable<(GraphSpec Graph, IReadOnlyList<IReadOnlyList<NamedTensor>> Samples)> SamplesOf(
        GraphExport export, IReadOnlyList<GraphSpec> graphs, Dataset rows)
    {
        var encode = graphs.Single(graph => graph.Role == "encode");
        var codes = encode.RunInTorchSharp(encode.Input(0, rows.Values)).Floats!;
        return graphs.Select(graph => (graph, export.Batches(graph, graph.TakesCodes ? codes : rows.Values)));
    }

    /// <inheritdoc/>
    protected override void AddFiles(BundleDraft draft, Action<string> stage)
    {
        Data.Train.Items?.Write(draft.Writer.GetPath(ItemVocabulary.FileName));
        Data.Train.CategoricalColumns?.Save(draft.Writer);
    }

    /// <inheritdoc/>
    protected override void AddGoldens(BundleDraft draft)
    {
        var files = draft.Files;
        var codes = GoldenRows.Codes(model, files, files.Encode(Data.Validation.Values).Mean);
        var rows = files.Decode(codes);
        foreach (var graph in draft.Graphs)
        {
            var input = graph.Input(0, graph.TakesCodes ? codes : rows);
            draft.Writer.AddGolden(graph.Role, [input], files[graph.Role].RunOnce(input));
        }
    }

    /// <inheritdoc/>
    protected override JsonElement OptionsOf(BundleDraft draft)
    {
        var options = built.Options.ToJson();
        foreach (var (key, value) in SpecOf(draft).ToOptions())
            options[key] = JsonSerializer.SerializeToNode(value, RecordBinder.JsonOptions);
        return JsonSerializer.SerializeToElement(options);
    }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, double> Measure(BundleDraft draft)
    {
        var metrics = new Dictionary<string, double>(BundleEvaluator.Evaluate(draft.Files, SpecOf(draft), Data.Test));
        var rows = Settings.Data.Normal is { } normal ? RowPreparation.OnlyNormal(Data.Test, normal) : Data.Test;
        if (Contraction.Knows(built.Options))
            metrics["jacobian_norm"] = JacobianNorm.Compute(model, rows);
        return metrics;
    }

    /// <inheritdoc/>
    protected override string WritePage(BundleDraft draft, ReportContent content) =>
        new ReportWriter(Settings, Data, history).Write(draft, content);

    private EvaluationSpec SpecOf(BundleDraft draft) => new()
    {
        InputSize = Data.Test.SampleSize,
        Likelihood = objective.Settings.Likelihood,
        Beta = objective.Beta,
        BetaPerRating = objective.BetaPerRating,
        Binarization = Settings.Data.Binarization,
        Normalization = model.Normalizer.Kind,
        Normal = Settings.Data.Normal,
        ActiveAbove = model.Code.ActiveAbove,
        Corruption = model.Normalizer.IsIdentity ? objective.Corruption : null,
        Alarm = Settings.Calibration.Alarm,
        Threshold = Settings.Calibration.Alarm is { } alarm ? draft.Calibration!.Thresholds[ScoreCalibration.Name(alarm)] : null,
        Ratings = Data.Test.Items is null ? null : HeldOutSpec.From(Settings.Data),
        ImportanceSamples = Settings.Evaluation.ImportanceSamples,
    };

    private double[]? RangeOf(Dataset train)
    {
        if (model.Normalizer.HasCategories)
            return null;
        return train.Range.IsUnit ? [0, 1] : [train.Range.Minimum, train.Range.Maximum];
    }
}
