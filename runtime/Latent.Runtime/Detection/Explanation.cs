using System.Globalization;

namespace Latent.Runtime;

/// <summary>A verdict with the features that contribute most to it.</summary>
/// <param name="Verdict">The verdict on the row.</param>
/// <param name="Contributions">The features with the largest errors, in descending order; empty if every error is 0.</param>
public sealed record Explanation(Verdict Verdict, IReadOnlyList<FeatureContribution> Contributions)
{
    /// <summary><c>row 3: score 5.2 &gt; threshold 1.9: service 61 %, flag 20 %, count 9 %</c>.</summary>
    public override string ToString() => Contributions.Count == 0 ? $"{Verdict}" : $"{Verdict}: {ContributionsText}";

    /// <summary><c>service 61 %, flag 20 %, count 9 %</c>.</summary>
    public string ContributionsText =>
        string.Join(", ", Contributions.Select(
            contribution => string.Create(CultureInfo.InvariantCulture, $"{contribution.Name} {100 * contribution.Share:F0} %")));
}
