using System.Diagnostics;
using Latent.Data;
using Latent.Files;
using Latent.Training.Evaluation;

namespace Latent.Training.Tables;

/// <summary>The performance of a detector on one split of a table.</summary>
/// <param name="Auroc">The area under the receiver operating characteristic.</param>
/// <param name="Auprc">The area under the precision-recall curve (average precision).</param>
/// <param name="Seconds">The time for training and scoring, in seconds.</param>
public sealed record TableTrial(double Auroc, double Auprc, double Seconds)
{
    /// <summary>Trains a detector on one part of a table and evaluates it on the other.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="table">Labelled rows: 0 is normal, any other label is an anomaly.</param>
    /// <param name="protocol">The rows to train on.</param>
    /// <param name="seed">The seed of the split and of the detector.</param>
    /// <param name="cancellation">Cancels the trial.</param>
    /// <exception cref="DataException">There are no labels, or too few normal rows or anomalies.</exception>
    public static TableTrial Run(ITableDetector detector, Dataset table, TableProtocol protocol, ulong seed, CancellationToken cancellation)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var split = TableSplit.Create(table, protocol, seed);
        var start = Stopwatch.GetTimestamp();
        var score = detector.Learn(split.Train, seed, cancellation);
        var (normal, anomalies) = (score(split.Normal), score(split.Anomalies));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new(RankStatistics.Auroc(normal, anomalies), RankStatistics.AveragePrecision(normal, anomalies), seconds);
    }
}
