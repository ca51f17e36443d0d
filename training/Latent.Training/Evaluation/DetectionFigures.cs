using Latent.Training.Data;

namespace Latent.Training.Evaluation;

/// <summary>How well the scores of a model tell anomalies from normal rows.</summary>
/// <param name="model">The model.</param>
/// <param name="normal">The labels of normal rows.</param>
/// <param name="threshold">The largest score that counts as normal; null where figures at a threshold are not asked for.</param>
internal sealed class DetectionFigures(IReconstructor model, IReadOnlyList<string> normal, double? threshold)
{
    /// <summary>
    /// <c>auroc</c>, and at a threshold <c>auprc</c>, <c>accuracy</c>, <c>f1</c> of anomalies, <c>false_alarms</c>, the share
    /// of normal rows above it, and <c>detection</c>, the share of anomalies above it, of all and of each group of labels.
    /// </summary>
    /// <param name="rows">Rows with labels, normal and others.</param>
    public IEnumerable<KeyValuePair<string, double>> Of(Dataset rows)
    {
        var anomalies = RowPreparation.OnlyAnomalies(rows, normal);
        var (ofNormal, ofAnomalies) = (model.Score(RowPreparation.OnlyNormal(rows, normal).Values), model.Score(anomalies.Values));
        yield return new("auroc", RankStatistics.Auroc(ofNormal, ofAnomalies));
        if (threshold is not { } limit)
            yield break;

        yield return new("auprc", RankStatistics.AveragePrecision(ofNormal, ofAnomalies));
        var (alarms, hits) = ((double)ofNormal.Count(score => score > limit), (double)ofAnomalies.Count(score => score > limit));
        yield return new("accuracy", (ofNormal.Length - alarms + hits) / rows.Count);
        yield return new("f1", 2 * hits / (ofAnomalies.Length + alarms + hits));
        yield return new("false_alarms", alarms / ofNormal.Length);
        yield return new("detection", hits / ofAnomalies.Length);
        foreach (var (group, labels) in rows.LabelGroups)
        {
            var scores = Enumerable.Range(0, anomalies.Count).Where(row => labels.Contains(RowPreparation.LabelText(anomalies, anomalies.Labels![row]))).Select(row => ofAnomalies[row]).ToArray();
            if (scores.Length > 0)
                yield return new($"detection_{group}", scores.Count(score => score > limit) / (double)scores.Length);
        }
    }
}
