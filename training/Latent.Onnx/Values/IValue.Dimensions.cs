namespace Latent.Onnx;

public partial interface IValue<V>
{
    /// <summary>Joins values of one shape along a new axis.</summary>
    /// <param name="axis">Where the new axis stands in the result; a negative one counts from its end.</param>
    /// <param name="values">At least one value.</param>
    static abstract V Stack(long axis, params V[] values);

    /// <summary>The same elements with two dimensions exchanged; negative ones count from the end.</summary>
    V Transpose(long a, long b);

    /// <summary>A new dimension of extent 1.</summary>
    /// <param name="axis">Where it stands in the result; a negative one counts from the end of the result.</param>
    V Unsqueeze(long axis);

    /// <summary>Without a dimension of extent 1.</summary>
    /// <param name="axis">The dimension; a negative one counts from the end.</param>
    V Squeeze(long axis);

    /// <summary>A dimension of extent 1 repeated to a larger extent.</summary>
    /// <param name="axis">The dimension; a negative one counts from the end.</param>
    /// <param name="extent">What it grows to, at least 1.</param>
    V Expand(long axis, long extent);
}
