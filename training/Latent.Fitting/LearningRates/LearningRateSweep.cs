namespace Latent.Fitting;

/// <summary>What a <see cref="LearningRateFinder"/> found.</summary>
/// <param name="Points">The steps, by rising rate.</param>
/// <param name="Suggestion">The rate at which the smoothed loss fell fastest, in two digits; null where it never fell.</param>
public sealed record LearningRateSweep(IReadOnlyList<LearningRatePoint> Points, double? Suggestion);
