using Latent.Runtime;

namespace Latent.DetectService;

/// <summary>The verdict on one row.</summary>
/// <param name="Row">The index of the row, from 0.</param>
/// <param name="Score">Its anomaly score.</param>
/// <param name="Threshold">The largest score that still counts as normal.</param>
/// <param name="IsAnomaly">Whether the score is above it.</param>
/// <param name="Causes">The features that contribute most to the score, the largest contribution first.</param>
// The JSON field stays 'causes' for compatibility.
public sealed record RowVerdict(long Row, float Score, double Threshold, bool IsAnomaly, IReadOnlyList<FeatureContribution> Causes)
{
    /// <summary>Creates the verdict from an explanation.</summary>
    public static RowVerdict From(Explanation explanation) =>
        new(
            explanation.Verdict.Row,
            explanation.Verdict.Score,
            explanation.Verdict.Threshold,
            explanation.Verdict.IsAnomaly,
            explanation.Contributions);
}
