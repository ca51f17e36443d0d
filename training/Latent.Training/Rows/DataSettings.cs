using System.ComponentModel.DataAnnotations;
using Latent.Data;
using Latent.Imaging;
using Latent.Training.Binding;

namespace Latent.Training.Rows;

/// <summary>The data of a model, and its splits.</summary>
public sealed record DataSettings : IRecordCheck
{
    /// <summary>A name in the catalogue, or a path to a folder of images or a file (<see cref="DataReference"/>).</summary>
    public required string Name { get; init; }

    /// <summary>Size of the validation split: a count or a fraction. Default: 0.1.</summary>
    public SplitSize Validation { get; init; } = SplitSize.Fraction(0.1);

    /// <summary>Size of the test split where no test set is published: a count or a fraction. Default: 0.1.</summary>
    public SplitSize Test { get; init; } = SplitSize.Fraction(0.1);

    /// <summary>Seed of the splits. Default: 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// The maximum number of rows per split, at least 2; from a larger split, as many rows are sampled by <see cref="Seed"/>.
    /// For trying a recipe out. Default: all rows.
    /// </summary>
    [Range(2, double.PositiveInfinity)]
    public int? Rows { get; init; }

    /// <summary>The label column of a table, by name or by 1-based number. Default: none.</summary>
    public string? Label { get; init; }

    // The recipe key stays 'words' for compatibility.
    /// <summary>
    /// The categorical columns of a table, by name or by 1-based number; <c>*</c> stands for every column whose first field
    /// is not a number. Default: none.
    /// </summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Shape of the images of a folder: channels, height, width, each at least 1. Default: that of the first image.</summary>
    [Range(1, double.PositiveInfinity)]
    public IReadOnlyList<int>? Shape { get; init; }

    /// <summary>Whether images of another size are resized to <see cref="Shape"/>. Default: false.</summary>
    public bool Resize { get; init; }

    /// <summary>
    /// Whether training images are also shown flipped horizontally, vertically, and both: four times as many. Default: false.
    /// </summary>
    public bool Mirror { get; init; }

    /// <summary>The binarization of values in [0, 1] to 0 or 1. Default: none.</summary>
    public Binarization Binarization { get; init; } = Binarization.None;

    /// <summary>
    /// Labels of normal rows, by name or number: only they are used for training and calibration, and the other rows of the
    /// test split are the anomalies that <c>auroc</c> measures. Default: all rows are normal.
    /// </summary>
    public IReadOnlyList<string>? Normal { get; init; }

    /// <summary>
    /// The conversion of ratings to rows; <c>{}</c> takes the defaults, and declares a <c>.csv</c> file to contain ratings.
    /// Default: none; for named data sets of ratings, the defaults.
    /// </summary>
    public RatingOptions? Ratings { get; init; }

    /// <summary>Converts the settings to the catalogue's options.</summary>
    public DataOptions ToOptions() => new()
    {
        Validation = Validation,
        Test = Test,
        Seed = Seed,
        Label = Label,
        CategoricalColumns = Words,
        Shape = Shape is [var channels, var height, var width] ? new ImageShape(channels, height, width) : null,
        Resize = Resize,
        Ratings = Ratings,
    };

    /// <inheritdoc/>
    public string? FindFault()
    {
        if (Normal is { Count: 0 }) return "must name at least one label in normal. Received: [].";
        if (Name.Length == 0) return "must have a name. Received: an empty string.";
        return Shape is null or { Count: 3 }
            ? null
            : $"must have a shape of three numbers: channels, height, width. Received: [{string.Join(", ", Shape)}].";
    }
}
