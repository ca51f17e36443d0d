using Latent.Imaging;
using Latent.Shared;

namespace Latent.Data;

/// <summary>How a data set is divided, and how a file or folder of one's own is to be read.</summary>
public sealed record DataOptions
{
    /// <summary>Size of the validation part, taken out of the training samples by seed; a fraction is of what the test part leaves. Default: a tenth.</summary>
    public SplitSize Validation { get; init; } = SplitSize.Fraction(0.1);

    /// <summary>Size of the test part where no test set is published; without effect where there is one. Default: a tenth.</summary>
    public SplitSize Test { get; init; } = SplitSize.Fraction(0.1);

    /// <summary>Seed of the division (<see cref="SeededShuffle"/>). Default: 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>The column of a table that holds labels, by name or by number from 1, and is no feature. Default: none.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// The columns of a table that hold words, by name or by number from 1; <c>*</c> stands for every column whose first
    /// field is no number. Default: none.
    /// </summary>
    public IReadOnlyList<string> CategoricalColumns { get; init; } = [];

    /// <summary>Shape that pictures of a folder must have. Default: that of the first picture.</summary>
    public ImageShape? Shape { get; init; }

    /// <summary>Whether pictures of another size are resized to <see cref="Shape"/>; without it they are an error. Default: false.</summary>
    public bool Resize { get; init; }

    /// <summary>How ratings become rows; not null makes a <c>.csv</c> file one of ratings. Default: none.</summary>
    public RatingOptions? Ratings { get; init; }

    /// <summary>Ids of the items that ratings are read of, in the order of the columns. Default: those with enough ratings, by id.</summary>
    public IReadOnlyList<string>? Items { get; init; }
}
