namespace Latent.Onnx;

public partial interface IValue<V>
{
    /// <summary>Splits into consecutive parts along an axis.</summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="sizes">The extent of each part; their sum is the extent of the axis.</param>
    V[] Split(long axis, params long[] sizes);

    /// <summary>Tiles the value.</summary>
    /// <param name="times">The number of repetitions along each dimension.</param>
    V Repeat(params long[] times);

    /// <summary>Pads a dimension with a constant; negative amounts crop.</summary>
    /// <param name="axis">The dimension; a negative one counts from the end.</param>
    /// <param name="before">The number of elements before it.</param>
    /// <param name="after">The number of elements after it.</param>
    /// <param name="value">The constant.</param>
    V Pad(long axis, long before, long after, float value = 0);

    /// <summary>The extent of a dimension when the graph runs, as a scalar <see cref="ElementType.Int64"/>.</summary>
    /// <param name="axis">The dimension; a negative one counts from the end.</param>
    V Extent(long axis);
}
