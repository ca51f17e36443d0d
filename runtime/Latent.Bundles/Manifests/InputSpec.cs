using System.Text.Json.Serialization;

namespace Latent.Bundles;

/// <summary>What one input row is. Information for callers: normalization itself is inside the graphs.</summary>
public sealed record InputSpec
{
    /// <summary>Shape of a row without the batch, such as <c>[784]</c> or <c>[1, 28, 28]</c>. Every size 1 or more.</summary>
    public required IReadOnlyList<long> Shape { get; init; }

    /// <summary>Values in a row: the product of <see cref="Shape"/>.</summary>
    [JsonIgnore]
    public int RowSize => RowShape.Product(Shape) ?? throw new OverflowException($"A row of shape [{string.Join(", ", Shape)}] has more than {int.MaxValue} values.");

    /// <summary>Smallest and largest raw value, such as <c>[0, 1]</c>; null when the values have no fixed range.</summary>
    public IReadOnlyList<double>? Range { get; init; }

    /// <summary>Names of the features in row order, one for each value of a row; null when they have none.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>What the graphs do to raw values first, in words: <c>none</c>, <c>standardize</c>, ... Default: <c>none</c>.</summary>
    public string Normalization { get; init; } = "none";

    /// <summary>The picture a row is; null when rows are not pictures.</summary>
    public ImageSpec? Image { get; init; }
}
