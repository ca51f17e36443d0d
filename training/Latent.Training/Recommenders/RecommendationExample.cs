namespace Latent.Training.Recommenders;

/// <summary>What a held-out user rated, what the model was not shown of it, and what it recommended; titles.</summary>
/// <param name="Shown">What the model was shown.</param>
/// <param name="Hidden">What it had to find.</param>
/// <param name="Recommended">What it recommended, the best first.</param>
internal sealed record RecommendationExample(IReadOnlyList<string> Shown, IReadOnlyList<string> Hidden, IReadOnlyList<string> Recommended);
