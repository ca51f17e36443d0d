namespace Latent.Training.Evaluation;

/// <summary>How well scores separate two kinds of rows.</summary>
internal static class RankStatistics
{
    /// <summary>
    /// Computes the area under the receiver operating characteristic: the probability that an anomaly scores higher than a normal
    /// row, ties counting half (Hanley and McNeil 1982).
    /// </summary>
    /// <param name="normal">Scores of normal rows, at least one.</param>
    /// <param name="anomalies">Scores of anomalies, at least one.</param>
    /// <returns>0 to 1; chance level is 0.5.</returns>
    public static double Auroc(ReadOnlySpan<float> normal, ReadOnlySpan<float> anomalies)
    {
        var sorted = normal.ToArray();
        Array.Sort(sorted);
        var wins = 0.0;
        foreach (var score in anomalies)
            wins += (Below(sorted, score, countEqual: false) + Below(sorted, score, countEqual: true)) / 2.0;
        return wins / ((double)normal.Length * anomalies.Length);
    }

    /// <summary>
    /// Computes the area under the precision-recall curve as average precision: the mean of the precision at the score of
    /// each anomaly, with ties counted together.
    /// </summary>
    /// <param name="normal">Scores of normal rows, at least one.</param>
    /// <param name="anomalies">Scores of anomalies, at least one.</param>
    /// <returns>0 to 1; chance level is the share of anomalies.</returns>
    public static double AveragePrecision(ReadOnlySpan<float> normal, ReadOnlySpan<float> anomalies)
    {
        var (ofNormal, ofAnomalies) = (normal.ToArray(), anomalies.ToArray());
        Array.Sort(ofNormal);
        Array.Sort(ofAnomalies);
        var total = 0.0;
        foreach (var score in ofAnomalies)
        {
            var hits = ofAnomalies.Length - Below(ofAnomalies, score, countEqual: false);
            var alarms = ofNormal.Length - Below(ofNormal, score, countEqual: false);
            total += (double)hits / (hits + alarms);
        }

        return total / ofAnomalies.Length;
    }

    // Counts the scores below a score, or also those equal to it.
    private static int Below(float[] sorted, float score, bool countEqual)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < score || (countEqual && sorted[middle] == score))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
