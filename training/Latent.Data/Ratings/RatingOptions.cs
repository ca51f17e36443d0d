using System.ComponentModel.DataAnnotations;

namespace Latent.Data;

/// <summary>How ratings, triples of user, item and value, become rows: a row a user, a column an item, 0 where there is no rating.</summary>
public sealed record RatingOptions
{
    /// <summary>The fewest ratings that a user must have to stay, counted over the items that stay; at least 2. Default: 5.</summary>
    [Range(2, double.PositiveInfinity)]
    public int MinUserRatings { get; init; } = 5;

    /// <summary>The fewest ratings that an item must have to stay, counted over the users that stay; at least 1. Default: 5.</summary>
    [Range(1, double.PositiveInfinity)]
    public int MinItemRatings { get; init; } = 5;

    /// <summary>
    /// The share of a held-out user's ratings that a model sees when it is measured; it has to find the others. More than
    /// 0, less than 1; which ones are seen depends on the seed of the division. Default: 0.8, as Liang et al. 2018.
    /// </summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double FoldIn { get; init; } = 0.8;
}
