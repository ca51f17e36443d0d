namespace Latent.Onnx;

public partial interface IValue<V>
{
    /// <summary>Joins values of one shape along a new axis.</summary>
    /// <param name="axis">The position of the new axis in the result; a negative one counts from the end.</param>
    /// <param name="values">At least one value.</param>
    static abstract V Stack(long axis, params V[] values);

    /// <summary>Swaps two dimensions; negative ones count from the end.</summary>
    V Transpose(long a, long b);

    /// <summary>Inserts a dimension of extent 1.</summary>
    /// <param name="axis">The position in the result; a negative one counts from the end of the result.</param>
    V Unsqueeze(long axis);

    /// <summary>Removes a dimension of extent 1.</summary>
    /// <param name="axis">The dimension; a negative one counts from the end.</param>
    V Squeeze(long axis);

    /// <summary>Repeats a dimension of extent 1.</summary>
    /// <param name="axis">The dimension; a negative one counts from the end.</param>
    /// <param name="extent">The new extent, at least 1.</param>
    V Expand(long axis, long extent);
}
