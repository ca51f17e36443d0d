using Latent.Data;
using Latent.Training.Rows;

namespace Latent.Training.Evaluation;

/// <summary>How well the scores of a model separate anomalies from normal rows.</summary>
/// <param name="model">The model.</param>
/// <param name="normal">The labels of normal rows.</param>
/// <param name="threshold">The largest score that counts as normal; null without metrics at a threshold.</param>
internal sealed class DetectionFigures(IReconstructor model, IReadOnlyList<string> normal, double? threshold)
{
    private const string All = "";

    /// <summary>
    /// Computes <c>auroc</c> for all anomalies and for each label group; <c>pixel_auroc</c> likewise, if defect masks are
    /// available (<see cref="DefectPixels"/>); and, with a threshold, <c>auprc</c>, <c>accuracy</c>, <c>f1</c> of anomalies,
    /// <c>false_alarms</c> (the share of normal rows above the threshold), and <c>detection</c> (the share of anomalies above
    /// the threshold) for all anomalies and for each label group.
    /// </summary>
    /// <param name="rows">Labelled rows, normal and anomalous.</param>
    public IEnumerable<KeyValuePair<string, double>> Compute(Dataset rows)
    {
        var (ordinary, anomalies) = (RowPreparation.OnlyNormal(rows, normal), RowPreparation.OnlyAnomalies(rows, normal));
        var (ofNormal, ofAnomalies) = (model.Score(ordinary.Values), model.Score(anomalies.Values));
        var groups = GroupsOf(anomalies);
        foreach (var (group, members) in groups)
            yield return new($"auroc{group}", RankStatistics.Auroc(ofNormal, Select(ofAnomalies, members)));
        if (DefectPixels.Find(model, rows) is { } pixels)
        {
            foreach (var (group, _) in groups)
                yield return new($"pixel_auroc{group}", pixels.Auroc(row => group == All || IsOf(rows, row, group)));
        }

        if (threshold is not { } limit)
            yield break;

        yield return new("auprc", RankStatistics.AveragePrecision(ofNormal, ofAnomalies));
        var (alarms, hits) = ((double)ofNormal.Count(score => score > limit), (double)ofAnomalies.Count(score => score > limit));
        yield return new("accuracy", (ofNormal.Length - alarms + hits) / rows.Count);
        yield return new("f1", 2 * hits / (ofAnomalies.Length + alarms + hits));
        yield return new("false_alarms", alarms / ofNormal.Length);
        foreach (var (group, members) in groups)
            yield return new($"detection{group}", members.Count(row => ofAnomalies[row] > limit) / (double)members.Length);
    }

    private static List<(string Name, int[] Members)> GroupsOf(Dataset anomalies)
    {
        int[] all = [.. Enumerable.Range(0, anomalies.Count)];
        var groups = anomalies.LabelGroups.Keys
            .Select(group => ($"_{group}", all.Where(row => IsOf(anomalies, row, $"_{group}")).ToArray()));
        return [(All, all), .. groups.Where(group => group.Item2.Length > 0)];
    }

    private static bool IsOf(Dataset rows, int row, string group) =>
        rows.LabelGroups[group[1..]].Contains(RowPreparation.LabelText(rows, rows.Labels![row]));

    private static float[] Select(float[] scores, int[] members) => Array.ConvertAll(members, row => scores[row]);
}
