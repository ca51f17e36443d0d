using Latent.Training.Data;

namespace Latent.Training.Evaluation;

/// <summary>How much rows vary, to compare errors with.</summary>
internal static class RowVariance
{
    /// <summary>The variance of the features around their means, averaged over features.</summary>
    public static double Of(Dataset rows)
    {
        var means = Layers.FeatureStatistics.Mean(rows);
        var total = 0.0;
        for (var i = 0; i < rows.Values.Length; i++)
        {
            var difference = rows.Values[i] - means[i % rows.SampleSize];
            total += difference * difference;
        }

        return total / rows.Values.Length;
    }
}
