namespace Latent.Training.Recommenders;

/// <summary>The recommendations for a held-out user, as item titles.</summary>
/// <param name="Shown">The rated items that the model received.</param>
/// <param name="Hidden">The rated items that were hidden from the model.</param>
/// <param name="Recommended">The recommended items, best first.</param>
internal sealed record RecommendationExample(IReadOnlyList<string> Shown, IReadOnlyList<string> Hidden, IReadOnlyList<string> Recommended);
