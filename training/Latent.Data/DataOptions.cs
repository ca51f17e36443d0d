using Latent.Imaging;
using Latent.Shared;

namespace Latent.Data;

/// <summary>How a data set is split, and how the user's own file or folder is read.</summary>
public sealed record DataOptions
{
    /// <summary>
    /// Size of the validation set, sampled from the training samples by seed. A fraction refers to the samples that remain after
    /// the test set is removed. Default: 0.1.
    /// </summary>
    public SplitSize Validation { get; init; } = SplitSize.Fraction(0.1);

    /// <summary>Size of the test set; ignored if the data set is published with a test set. Default: 0.1.</summary>
    public SplitSize Test { get; init; } = SplitSize.Fraction(0.1);

    /// <summary>Seed of the split (<see cref="SeededShuffle"/>). Default: 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>The label column of a table, by name or by number from 1; it is not a feature. Default: none.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// The categorical columns of a table, by name or by number from 1; <c>*</c> means every column whose first field is not a
    /// number. Default: none.
    /// </summary>
    public IReadOnlyList<string> CategoricalColumns { get; init; } = [];

    /// <summary>Required shape of the images in a folder. Default: the shape of the first image.</summary>
    public ImageShape? Shape { get; init; }

    /// <summary>
    /// Whether images of a different size are resized to <see cref="Shape"/>; if false, they are an error. Default: false.
    /// </summary>
    public bool Resize { get; init; }

    /// <summary>How ratings become rows; if not null, a <c>.csv</c> file is read as ratings. Default: null.</summary>
    public RatingOptions? Ratings { get; init; }

    /// <summary>Ids of the rated items to read, in column order. Default: the items with enough ratings, sorted by id.</summary>
    public IReadOnlyList<string>? Items { get; init; }
}
