using System.ComponentModel.DataAnnotations;

namespace Latent.Data;

/// <summary>
/// How ratings, triples of user, item and value, become rows: one row per user, one column per item, 0 for a missing rating.
/// </summary>
public sealed record RatingOptions
{
    /// <summary>The minimum number of ratings per user, counted over the kept items; at least 2. Default: 5.</summary>
    [Range(2, double.PositiveInfinity)]
    public int MinUserRatings { get; init; } = 5;

    /// <summary>The minimum number of ratings per item, counted over the kept users; at least 1. Default: 5.</summary>
    [Range(1, double.PositiveInfinity)]
    public int MinItemRatings { get; init; } = 5;

    /// <summary>
    /// The fraction of a held-out user's ratings that the model receives in evaluation; it is scored on the others. More than 0,
    /// less than 1; the split seed selects the ratings. Default: 0.8, as in Liang et al. 2018.
    /// </summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double FoldIn { get; init; } = 0.8;
}
