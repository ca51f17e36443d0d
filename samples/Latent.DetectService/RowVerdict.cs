using Latent.Runtime;

namespace Latent.DetectService;

/// <summary>What the service says of one row.</summary>
/// <param name="Row">Which row, from 0.</param>
/// <param name="Score">Its anomaly score.</param>
/// <param name="Threshold">The largest score that still counts as normal.</param>
/// <param name="IsAnomaly">Whether the score is above it.</param>
/// <param name="Causes">The features that carry most of the score, the largest first.</param>
public sealed record RowVerdict(long Row, float Score, double Threshold, bool IsAnomaly, IReadOnlyList<FeatureContribution> Causes)
{
    /// <summary>The answer from an explanation.</summary>
    public static RowVerdict From(Explanation explanation) =>
        new(explanation.Verdict.Row, explanation.Verdict.Score, explanation.Verdict.Threshold, explanation.Verdict.IsAnomaly, explanation.Contributions);
}
