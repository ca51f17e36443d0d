namespace Latent.Onnx;

public partial interface IValue<V>
{
    /// <summary>Converts to another element type, such as tokens to <see cref="ElementType.Int64"/>. Fractions are truncated.</summary>
    V Cast(ElementType type);

    /// <summary>1 where this equals the other, else 0; operands broadcast. It has no gradient.</summary>
    V EqualTo(V other);

    /// <summary>
    /// Takes slices along an axis by index; the shape of the indices replaces that axis: [n, m] at [batch, k] along 0 is [batch, k, m].
    /// </summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="indices">Indices from 0 up to the extent of the axis, excluded, of type <see cref="ElementType.Int64"/>.</param>
    V Gather(long axis, V indices);

    /// <summary>Takes elements along an axis by index, one per index: [batch, n] at [batch, k] along 1 is [batch, k].</summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="indices">Indices from 0 up to the extent of the axis, excluded, of type <see cref="ElementType.Int64"/>; in the
    /// other dimensions as large as this.</param>
    V GatherElements(long axis, V indices);

    /// <summary>The index of the largest element along an axis, the first of equal ones, as <see cref="ElementType.Int64"/>.</summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the axis stays, with extent 1.</param>
    V ArgMax(long axis, bool keepDims = false);

    /// <summary>One-hot encodes indices of type <see cref="ElementType.Int64"/> as 32-bit vectors along a new last dimension.</summary>
    /// <param name="depth">The extent of the new dimension; every index is below it, and at least 0.</param>
    V OneHot(long depth);

    /// <summary>The cumulative sum along an axis.</summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    V CumSum(long axis);

    /// <summary>The logarithm of <see cref="Softmax"/>, without overflow.</summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    V LogSoftmax(long axis);
}
