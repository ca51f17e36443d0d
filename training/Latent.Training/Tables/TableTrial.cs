using System.Diagnostics;
using Latent.Data;
using Latent.Training.Evaluation;

namespace Latent.Training.Tables;

/// <summary>How well a detector did on one division of a table.</summary>
/// <param name="Auroc">The area under the receiver operating characteristic.</param>
/// <param name="Auprc">The area under the curve of precision over recall (average precision).</param>
/// <param name="Seconds">Learning and scoring together.</param>
public sealed record TableTrial(double Auroc, double Auprc, double Seconds)
{
    /// <summary>Lets a detector learn from one part of a table and measures it on the other.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="table">Rows labelled 0, normal, or anything else, an anomaly.</param>
    /// <param name="protocol">What may be learnt from.</param>
    /// <param name="seed">Chooses the rows, and is the seed of the detector.</param>
    /// <param name="cancellation">Ends the trial.</param>
    /// <exception cref="DataException">There are no labels, or too few rows of one kind.</exception>
    public static TableTrial Run(ITableDetector detector, Dataset table, TableProtocol protocol, ulong seed, CancellationToken cancellation)
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        var split = TableSplit.Create(table, protocol, seed);
        var began = Stopwatch.GetTimestamp();
        var score = detector.Learn(split.Train, seed, cancellation);
        var (normal, anomalies) = (score(split.Normal), score(split.Anomalies));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new(RankStatistics.Auroc(normal, anomalies), RankStatistics.AveragePrecision(normal, anomalies), seconds);
    }
}
