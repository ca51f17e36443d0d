using System.ComponentModel.DataAnnotations;
using Latent.Data;
using Latent.Imaging;
using Latent.Training.Binding;

namespace Latent.Training.Recipes;

/// <summary>Which data a model is trained on, and how it is divided.</summary>
public sealed record DataSettings : IRecordCheck
{
    /// <summary>A name in the catalogue, or a path to a folder of pictures or a file (<see cref="DataReference"/>).</summary>
    public required string Name { get; init; }

    /// <summary>Size of the validation part: a count or a fraction. Default: 0.1.</summary>
    public SplitSize Validation { get; init; } = SplitSize.Fraction(0.1);

    /// <summary>Size of the test part where no test set is published: a count or a fraction. Default: 0.1.</summary>
    public SplitSize Test { get; init; } = SplitSize.Fraction(0.1);

    /// <summary>Seed of the division. Default: 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// The largest number of rows of each part, at least 2; of more, so many are chosen by <see cref="Seed"/>. For trying a recipe out. Default:
    /// all rows.
    /// </summary>
    [Range(2, double.PositiveInfinity)]
    public int? Rows { get; init; }

    /// <summary>The column of a table that holds labels, by name or by number from 1. Default: none.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// The columns of a table that hold words, by name or by number from 1; <c>*</c> stands for every column whose first
    /// field is no number. Default: none.
    /// </summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Shape of the pictures of a folder: channels, height, width, each at least 1. Default: that of the first picture.</summary>
    [Range(1, double.PositiveInfinity)]
    public IReadOnlyList<int>? Shape { get; init; }

    /// <summary>Whether pictures of another size are resized to <see cref="Shape"/>. Default: false.</summary>
    public bool Resize { get; init; }

    /// <summary>
    /// Whether training pictures are also shown mirrored left to right, top to bottom, and both: four times as many.
    /// Default: false.
    /// </summary>
    public bool Mirror { get; init; }

    /// <summary>Whether values in [0, 1] become 0 or 1. Default: none.</summary>
    public Binarization Binarization { get; init; } = Binarization.None;

    /// <summary>
    /// Labels of normal rows, by name or number: only they are trained on and calibrated with, and the others of the test
    /// part are the anomalies that <c>auroc</c> measures. Default: all rows are normal.
    /// </summary>
    public IReadOnlyList<string>? Normal { get; init; }

    /// <summary>
    /// How ratings become rows; <c>{}</c> takes the defaults, and makes a <c>.csv</c> file one of ratings. Default: none, and
    /// the defaults for named data sets of ratings.
    /// </summary>
    public RatingOptions? Ratings { get; init; }

    /// <summary>The same as the catalogue takes it.</summary>
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
        if (Name.Length == 0) return "must have a name. Received: an empty text.";
        return Shape is null or { Count: 3 } ? null : $"must have a shape of three numbers: channels, height, width. Received: [{string.Join(", ", Shape)}].";
    }
}
