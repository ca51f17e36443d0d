namespace Latent.Onnx;

public partial interface IValue<V>
{
    /// <summary>The same elements as another type: token numbers as <see cref="ElementType.Int64"/>, say. Fractions are cut off.</summary>
    V Cast(ElementType type);

    /// <summary>1 where this equals the other, else 0; operands broadcast. It has no gradient.</summary>
    V EqualTo(V other);

    /// <summary>Slices along an axis by their numbers, which take the place of that axis: [n, m] at [batch, k] along 0 is [batch, k, m].</summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="indices">Numbers from 0 to the extent of the axis, of type <see cref="ElementType.Int64"/>.</param>
    V Gather(long axis, V indices);

    /// <summary>Elements along an axis by their numbers, one for each: [batch, n] at [batch, k] along 1 is [batch, k].</summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="indices">Numbers from 0 to the extent of the axis, of type <see cref="ElementType.Int64"/>; in the other dimensions as large as this.</param>
    V GatherElements(long axis, V indices);

    /// <summary>The number of the largest element along an axis, the first of equal ones, as <see cref="ElementType.Int64"/>.</summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the axis stays, with extent 1.</param>
    V ArgMax(long axis, bool keepDims = false);

    /// <summary>Numbers of type <see cref="ElementType.Int64"/> as 32-bit vectors with a 1 in their place, along a new last dimension.</summary>
    /// <param name="depth">The extent of the new dimension; every number is below it, and at least 0.</param>
    V OneHot(long depth);

    /// <summary>Running sums along an axis, each element included.</summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    V CumSum(long axis);

    /// <summary>The logarithm of <see cref="Softmax"/>, without overflow.</summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    V LogSoftmax(long axis);
}
