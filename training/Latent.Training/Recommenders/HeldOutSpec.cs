using Latent.Data;
using Latent.Training.Recipes;

namespace Latent.Training.Recommenders;

/// <summary>Which users a recommender was not trained on, and what of their ratings it is shown.</summary>
internal sealed record HeldOutSpec
{
    /// <summary>The fewest ratings of a user.</summary>
    public required int MinUserRatings { get; init; }

    /// <summary>The fewest ratings of an item.</summary>
    public required int MinItemRatings { get; init; }

    /// <summary>The share of a user's ratings that the model sees.</summary>
    public required double FoldIn { get; init; }

    /// <summary>Size of the validation part.</summary>
    public required SplitSize Validation { get; init; }

    /// <summary>Size of the test part.</summary>
    public required SplitSize Test { get; init; }

    /// <summary>Seed of the division into parts, and of what is shown.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What a recipe says of it.</summary>
    public static HeldOutSpec From(DataSettings data)
    {
        var ratings = data.Ratings ?? new RatingOptions();
        return new HeldOutSpec
        {
            MinUserRatings = ratings.MinUserRatings,
            MinItemRatings = ratings.MinItemRatings,
            FoldIn = ratings.FoldIn,
            Validation = data.Validation,
            Test = data.Test,
            Seed = data.Seed,
        };
    }

    /// <summary>How the same rows are read again.</summary>
    /// <param name="items">The items of the model.</param>
    public DataOptions ToOptions(IReadOnlyList<string> items) => new()
    {
        Validation = Validation,
        Test = Test,
        Seed = Seed,
        Ratings = new RatingOptions { MinUserRatings = MinUserRatings, MinItemRatings = MinItemRatings, FoldIn = FoldIn },
        Items = items,
    };
}
