namespace Latent.Onnx;

public partial interface IValue<V>
{
    /// <summary>Consecutive parts along an axis.</summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="sizes">The extent of each part; together that of the axis.</param>
    V[] Split(long axis, params long[] sizes);

    /// <summary>The same elements over and over.</summary>
    /// <param name="times">How often along each dimension.</param>
    V Repeat(params long[] times);

    /// <summary>A number beyond the edges of a dimension; negative amounts cut off.</summary>
    /// <param name="axis">The dimension; a negative one counts from the end.</param>
    /// <param name="before">How many elements in front.</param>
    /// <param name="after">How many elements behind.</param>
    /// <param name="value">What they are.</param>
    V Pad(long axis, long before, long after, float value = 0);

    /// <summary>How large a dimension is when the graph runs, as one <see cref="ElementType.Int64"/> without dimensions.</summary>
    /// <param name="axis">The dimension; a negative one counts from the end.</param>
    V Extent(long axis);
}
