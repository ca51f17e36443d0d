using Latent.Data;
using Latent.Files;
using Latent.Shared;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Evaluation;
using Latent.Training.Rows;
using TorchSharp;

namespace Latent.Training.Tables;

/// <summary>
/// Measures how well a model separates the labelled anomalies of its training set from normal rows, to select its alarm, score
/// and sizes without the test set. The model is trained on four fifths of the normal training rows and evaluated on the rest of
/// them and on all anomalies of the training set.
/// </summary>
/// <param name="Auroc">The area under the receiver operating characteristic, macro-averaged over the kinds of anomalies.</param>
/// <param name="Kinds">The number of kinds of anomalies.</param>
/// <param name="Points">The performance of an alarm at each quantile.</param>
public sealed record AlarmTrial(double Auroc, int Kinds, IReadOnlyList<AlarmPoint> Points)
{
    private const double TrainShare = 0.8;

    /// <summary>The evaluated quantiles, the same for all recipes.</summary>
    public static IReadOnlyList<double> Quantiles { get; } = [0.9, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 0.995, 0.999];

    /// <summary>Trains and evaluates a model.</summary>
    /// <param name="settings">The settings of the model, with labels of normal rows.</param>
    /// <param name="data">The labelled rows, unprepared and split.</param>
    /// <param name="seed">The seed of the row selection and of the model.</param>
    /// <param name="cancellation">Cancels the trial.</param>
    /// <exception cref="DataException">There are no labels, no normal rows or no anomalies.</exception>
    public static AlarmTrial Run(AutoencoderSettings settings, DataSplits data, ulong seed, CancellationToken cancellation)
    {
        using var scope = torch.NewDisposeScope();
        var normal = settings.Data.Normal ?? throw new DataException(
            "The recipe does not define normal rows.",
            settings.Name,
            "data.normal",
            "none",
            "Name the labels of normal rows: --set data.normal=[LABEL].");
        var parts = RowPreparation.Apply(settings.Data, Divide(data, normal, seed));
        var score = new TableAutoencoder(settings.Name, settings, batches: null).Learn(parts.Train, seed, cancellation);
        return Create(
            score(parts.Validation),
            score(RowPreparation.OnlyNormal(parts.Test, normal)),
            ByKind(RowPreparation.OnlyAnomalies(parts.Test, normal), score));
    }

    /// <summary>Computes the trial's metrics from scores.</summary>
    /// <param name="reference">Scores of the normal rows that define the thresholds.</param>
    /// <param name="normal">Scores of other normal rows.</param>
    /// <param name="anomalies">Scores of anomalies, by kind.</param>
    internal static AlarmTrial Create(float[] reference, float[] normal, IReadOnlyList<float[]> anomalies)
    {
        var thresholds = ScoreCalibration.Compute("score", reference, Quantiles).Thresholds;
        var points = Quantiles.Select(quantile => (quantile, thresholds[ScoreCalibration.Name(quantile)]))
            .Select(at => new AlarmPoint(at.quantile, ShareAbove(normal, at.Item2), anomalies.Average(kind => ShareAbove(kind, at.Item2))));
        return new(anomalies.Average(kind => RankStatistics.Auroc(normal, kind)), anomalies.Count, [.. points]);
    }

    // The published test set is not used: its replacement comes from the training rows.
    private static DataSplits Divide(DataSplits data, IReadOnlyList<string> normal, ulong seed)
    {
        var rows = data.Train;
        int[] normalRows = [.. Enumerable.Range(0, rows.Count).Where(row => IsNormal(rows, row, normal))];
        SeededShuffle.Shuffle<int>(normalRows, seed, stream: 0);
        var train = normalRows[..(int)(TrainShare * normalRows.Length)];
        var test = Enumerable.Range(0, rows.Count).Except(train).ToArray();
        return new DataSplits(rows.Subset(train), data.Validation, rows.Subset(test));
    }

    private static bool IsNormal(Dataset rows, int row, IReadOnlyList<string> normal) =>
        rows.Labels is { } labels && normal.Contains(RowPreparation.LabelText(rows, labels[row]));

    private static IReadOnlyList<float[]> ByKind(Dataset anomalies, Func<Dataset, float[]> score)
    {
        var scores = score(anomalies);
        return
        [
            .. anomalies.Labels!.Zip(scores)
                .GroupBy(row => row.First, row => row.Second)
                .OrderBy(kind => kind.Key)
                .Select(kind => kind.ToArray()),
        ];
    }

    private static double ShareAbove(float[] scores, double threshold) => scores.Count(score => score > threshold) / (double)scores.Length;
}
