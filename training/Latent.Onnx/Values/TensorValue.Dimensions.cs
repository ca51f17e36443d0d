using static TorchSharp.torch;

namespace Latent.Onnx;

public readonly partial record struct TensorValue
{
    /// <inheritdoc/>
    public static TensorValue Stack(long axis, params TensorValue[] values) => stack([.. values.Select(value => value.Tensor)], axis);

    /// <inheritdoc/>
    public TensorValue Transpose(long a, long b) => Tensor.transpose(a, b);

    /// <inheritdoc/>
    public TensorValue Unsqueeze(long axis) => Tensor.unsqueeze(axis);

    /// <inheritdoc/>
    public TensorValue Squeeze(long axis) => Tensor.squeeze(axis);

    /// <inheritdoc/>
    public TensorValue Expand(long axis, long extent)
    {
        var sizes = Enumerable.Repeat(-1L, (int)Tensor.ndim).ToArray();
        sizes[axis < 0 ? axis + sizes.Length : axis] = extent;
        return Tensor.expand(sizes);
    }
}
