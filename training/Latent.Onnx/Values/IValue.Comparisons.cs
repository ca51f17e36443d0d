namespace Latent.Onnx;

public partial interface IValue<V>
{
    /// <summary>1 where this is greater than the other, else 0; operands broadcast. It has no gradient.</summary>
    V Greater(V other);

    /// <summary>1 where this is greater than the other or equal to it, else 0; operands broadcast. It has no gradient.</summary>
    V GreaterOrEqual(V other);

    /// <summary>1 where this is less than the other, else 0; operands broadcast. It has no gradient.</summary>
    V Less(V other);

    /// <summary>1 where this is less than the other or equal to it, else 0; operands broadcast. It has no gradient.</summary>
    V LessOrEqual(V other);

    /// <summary>1 where this differs from the other, else 0; operands broadcast. It has no gradient.</summary>
    V NotEqualTo(V other);

    /// <summary>Elementwise maximum; operands broadcast.</summary>
    V Max(V other);

    /// <summary>Elementwise minimum; operands broadcast.</summary>
    V Min(V other);

    /// <summary>Selects this where the mask is not 0, and the other value where it is; all three broadcast.</summary>
    /// <param name="mask">The condition, such as the result of <see cref="Greater"/>; no gradient flows into it.</param>
    /// <param name="otherwise">The value where the mask is 0.</param>
    V Where(V mask, V otherwise);

    /// <summary>The k-th largest element along the last axis, which stays with extent 1: [batch, n] becomes [batch, 1].</summary>
    /// <param name="k">The rank: 1 for the largest, up to the extent of the last axis; equal elements each count.</param>
    V KthLargest(long k);
}
