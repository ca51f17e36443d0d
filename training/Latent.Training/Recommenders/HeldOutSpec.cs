using Latent.Data;
using Latent.Training.Recipes;

namespace Latent.Training.Recommenders;

/// <summary>The held-out users of a recommender, and the share of their ratings that it receives.</summary>
internal sealed record HeldOutSpec
{
    /// <summary>The minimum number of ratings per user.</summary>
    public required int MinUserRatings { get; init; }

    /// <summary>The minimum number of ratings per item.</summary>
    public required int MinItemRatings { get; init; }

    /// <summary>The share of a user's ratings that the model receives.</summary>
    public required double FoldIn { get; init; }

    /// <summary>The size of the validation split.</summary>
    public required SplitSize Validation { get; init; }

    /// <summary>The size of the test split.</summary>
    public required SplitSize Test { get; init; }

    /// <summary>The seed of the data split and of the fold-in ratings.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Creates the specification from the data settings of a recipe.</summary>
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

    /// <summary>Returns the data options that read the same rows again.</summary>
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
