namespace Latent.Onnx;

public partial interface IValue<V>
{
    /// <summary>The smallest element over axes; with none given, over all of them.</summary>
    /// <param name="axes">The axes; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the reduced dimensions stay, with extent 1.</param>
    V ReduceMin(long[] axes, bool keepDims = false);

    /// <summary>The product over axes; with none given, over all of them.</summary>
    /// <param name="axes">The axes; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the reduced dimensions stay, with extent 1.</param>
    V Product(long[] axes, bool keepDims = false);

    /// <summary>The p-norm over axes, (Σ |x|^p)^(1/p); with none given, over all of them.</summary>
    /// <param name="p">1, 2, another number above 0, or infinity for the largest absolute value.</param>
    /// <param name="axes">The axes; negative ones count from the end.</param>
    /// <param name="keepDims">Whether the reduced dimensions stay, with extent 1.</param>
    V Norm(float p, long[] axes, bool keepDims = false);

    /// <summary>The index of the smallest element along an axis, the first of equal ones, as <see cref="ElementType.Int64"/>.</summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the axis stays, with extent 1.</param>
    V ArgMin(long axis, bool keepDims = false);

    /// <summary>The largest elements along an axis, in descending order, and their indices as <see cref="ElementType.Int64"/>.</summary>
    /// <param name="k">The number of elements; at most the extent of the axis.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    (V Values, V Indices) TopK(long k, long axis = -1);
}
