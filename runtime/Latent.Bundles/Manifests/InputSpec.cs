using System.Text.Json.Serialization;

namespace Latent.Bundles;

/// <summary>The format of one input row. For information: the graphs themselves apply the normalization.</summary>
public sealed record InputSpec
{
    /// <summary>Shape of a row without the batch dimension, such as <c>[784]</c> or <c>[1, 28, 28]</c>. Every size 1 or more.</summary>
    public required IReadOnlyList<long> Shape { get; init; }

    /// <summary>Values in a row: the product of <see cref="Shape"/>.</summary>
    [JsonIgnore]
    public int RowSize => RowShape.Product(Shape)
        ?? throw new OverflowException($"A row of shape [{string.Join(", ", Shape)}] has more than {int.MaxValue} values.");

    /// <summary>Smallest and largest raw value, such as <c>[0, 1]</c>; null when the values have no fixed range.</summary>
    public IReadOnlyList<double>? Range { get; init; }

    /// <summary>Names of the features in row order, one for each value of a row; null when they have none.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>The normalization that the graphs apply to raw values: <c>none</c>, <c>standardize</c>, ... Default: <c>none</c>.</summary>
    public string Normalization { get; init; } = "none";

    /// <summary>The image layout of a row; null when rows are not images.</summary>
    public ImageSpec? Image { get; init; }
}
