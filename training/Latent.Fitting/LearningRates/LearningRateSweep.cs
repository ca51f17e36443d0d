namespace Latent.Fitting;

/// <summary>The result of a <see cref="LearningRateFinder"/>.</summary>
/// <param name="Points">The steps, by increasing rate.</param>
/// <param name="Suggestion">The rate at which the smoothed loss fell fastest, with two digits; null if it never fell.</param>
public sealed record LearningRateSweep(IReadOnlyList<LearningRatePoint> Points, double? Suggestion);
