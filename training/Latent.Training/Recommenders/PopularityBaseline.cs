using Latent.Data;
using Latent.Training.Normalization;

namespace Latent.Training.Recommenders;

/// <summary>Recommends what most training users rated, to everybody.</summary>
/// <param name="train">The training users.</param>
internal sealed class PopularityBaseline(Dataset train)
{
    private readonly float[] shares = [.. FeatureStatistics.ShareAboveZero(train).Select(share => (float)share)];

    /// <summary>A score for each item of each row.</summary>
    public float[] Score(ReadOnlySpan<float> rows)
    {
        var scores = new float[rows.Length];
        for (var start = 0; start < rows.Length; start += shares.Length)
            shares.CopyTo(scores, start);
        return scores;
    }
}
