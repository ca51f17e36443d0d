using Latent.Data;
using Latent.Training.Normalization;

namespace Latent.Training.Recommenders;

/// <summary>Recommends the items with the most ratings in training, to every user.</summary>
/// <param name="train">The training users.</param>
internal sealed class PopularityBaseline(Dataset train)
{
    private readonly float[] shares = [.. FeatureStatistics.ShareAboveZero(train).Select(share => (float)share)];

    /// <summary>Returns a score per row and item.</summary>
    public float[] Score(ReadOnlySpan<float> rows)
    {
        var scores = new float[rows.Length];
        for (var start = 0; start < rows.Length; start += shares.Length)
            shares.CopyTo(scores, start);
        return scores;
    }
}
