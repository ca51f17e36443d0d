using System.Text.Json.Serialization;

namespace Latent.Bundles;

/// <summary>An input or output of a graph.</summary>
public sealed record TensorEntry
{
    /// <summary>Name in the graph, such as <c>x</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The meaning of the tensor, one of <see cref="TensorRole"/>. Programs find tensors by role, never by name or position.
    /// </summary>
    public required string Role { get; init; }

    /// <summary>Element type, one of <see cref="DataType"/>. Default: <c>float32</c>.</summary>
    [JsonPropertyName("dtype")]
    public string DType { get; init; } = DataType.Float32;

    /// <summary>Dimensions, the batch first: <c>["batch", 784]</c>.</summary>
    public required IReadOnlyList<Dimension> Shape { get; init; }

    /// <summary>
    /// Values in a row: the product of the sizes behind the batch; null where one is not fixed, or the product is above
    /// <see cref="int.MaxValue"/>.
    /// </summary>
    [JsonIgnore]
    public int? RowSize => RowShape.Product(Shape.Skip(1).Select(dimension => dimension.Size ?? -1));
}
