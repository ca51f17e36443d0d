using Latent.Data;
using Latent.Shared;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Evaluation;
using Latent.Training.Families;
using Latent.Training.Recipes;
using TorchSharp;

namespace Latent.Training.Tables;

/// <summary>
/// How a recipe tells the labelled anomalies of its training part from normal rows, to choose its alarm, score and sizes by:
/// the test part stays unseen. A model learns from four fifths of the normal training rows; the rest of them, and every
/// anomaly of the training part, are what it is measured on.
/// </summary>
/// <param name="Auroc">The area under the receiver operating characteristic: a mean over kinds of anomalies, each of which counts the same.</param>
/// <param name="Kinds">How many kinds there are.</param>
/// <param name="Points">What an alarm at each quantile would do.</param>
public sealed record AlarmTrial(double Auroc, int Kinds, IReadOnlyList<AlarmPoint> Points)
{
    private const double LearnShare = 0.8;

    /// <summary>The quantiles that are looked at, the same for all recipes.</summary>
    public static IReadOnlyList<double> Quantiles { get; } = [0.9, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 0.995, 0.999];

    /// <summary>Trains and measures.</summary>
    /// <param name="recipe">A recipe with <c>data.normal</c>.</param>
    /// <param name="data">Its rows as they were read, with labels, divided.</param>
    /// <param name="seed">Chooses the rows, and is the seed of the model.</param>
    /// <param name="cancellation">Ends the trial.</param>
    /// <exception cref="DataException">There are no labels, no normal rows or no anomalies.</exception>
    public static AlarmTrial Run(Recipe recipe, DataSplits data, ulong seed, CancellationToken cancellation)
    {
        using var scope = torch.NewDisposeScope();
        var normal = recipe.Data.Normal ?? throw new DataException("Nothing says which rows are normal.", recipe.Name, "data.normal", "none", "Name the labels of normal rows: --set data.normal=[LABEL].");
        var parts = ModelRuns.Prepare(recipe, Divide(data, normal, seed));
        var score = new TableAutoencoder(recipe.Name, recipe, batches: null).Learn(parts.Train, seed, cancellation);
        return Create(score(parts.Validation), score(RowPreparation.OnlyNormal(parts.Test, normal)), ByKind(RowPreparation.OnlyAnomalies(parts.Test, normal), score));
    }

    /// <summary>The figures of scores.</summary>
    /// <param name="reference">Scores of the normal rows that thresholds are read off.</param>
    /// <param name="normal">Scores of other normal rows.</param>
    /// <param name="anomalies">Scores of anomalies, by kind.</param>
    internal static AlarmTrial Create(float[] reference, float[] normal, IReadOnlyList<float[]> anomalies)
    {
        var thresholds = ScoreCalibration.Compute("score", reference, Quantiles).Thresholds;
        var points = Quantiles.Select(quantile => (quantile, thresholds[ScoreCalibration.Name(quantile)]))
            .Select(at => new AlarmPoint(at.quantile, ShareAbove(normal, at.Item2), anomalies.Average(kind => ShareAbove(kind, at.Item2))));
        return new(anomalies.Average(kind => RankStatistics.Auroc(normal, kind)), anomalies.Count, [.. points]);
    }

    // The published test part takes no part: what stands in its place comes from the training rows.
    private static DataSplits Divide(DataSplits data, IReadOnlyList<string> normal, ulong seed)
    {
        var rows = data.Train;
        int[] ofNormal = [.. Enumerable.Range(0, rows.Count).Where(row => IsNormal(rows, row, normal))];
        SeededShuffle.Shuffle<int>(ofNormal, seed, stream: 0);
        var learnt = ofNormal[..(int)(LearnShare * ofNormal.Length)];
        var measured = Enumerable.Range(0, rows.Count).Except(learnt).ToArray();
        return new DataSplits(rows.Subset(learnt), data.Validation, rows.Subset(measured));
    }

    private static bool IsNormal(Dataset rows, int row, IReadOnlyList<string> normal) =>
        rows.Labels is { } labels && normal.Contains(RowPreparation.LabelText(rows, labels[row]));

    private static IReadOnlyList<float[]> ByKind(Dataset anomalies, Func<Dataset, float[]> score)
    {
        var scores = score(anomalies);
        return [.. anomalies.Labels!.Zip(scores).GroupBy(row => row.First, row => row.Second).OrderBy(kind => kind.Key).Select(kind => kind.ToArray())];
    }

    private static double ShareAbove(float[] scores, double threshold) => scores.Count(score => score > threshold) / (double)scores.Length;
}
