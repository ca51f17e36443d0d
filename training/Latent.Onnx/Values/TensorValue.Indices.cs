using static TorchSharp.torch;

namespace Latent.Onnx;

public readonly partial record struct TensorValue
{
    /// <inheritdoc/>
    public TensorValue Cast(ElementType type) => Tensor.to(type switch
    {
        ElementType.Float32 => ScalarType.Float32,
        ElementType.Int32 => ScalarType.Int32,
        ElementType.Int64 => ScalarType.Int64,
        ElementType.Bool => ScalarType.Bool,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not an element type."),
    });

    /// <inheritdoc/>
    public TensorValue EqualTo(TensorValue other) => Tensor.eq(other.Tensor).to(Tensor.dtype);

    /// <inheritdoc/>
    public TensorValue Gather(long axis, TensorValue indices)
    {
        var position = (int)(axis < 0 ? axis + Tensor.ndim : axis);
        long[] shape = [.. Tensor.shape[..position], .. indices.Tensor.shape, .. Tensor.shape[(position + 1)..]];
        return Tensor.index_select(position, indices.Tensor.reshape(-1)).reshape(shape);
    }

    /// <inheritdoc/>
    public TensorValue GatherElements(long axis, TensorValue indices) => Tensor.gather(axis, indices.Tensor);

    /// <inheritdoc/>
    public TensorValue ArgMax(long axis, bool keepDims = false) => Tensor.argmax(axis, keepDims);

    /// <inheritdoc/>
    public TensorValue OneHot(long depth) => nn.functional.one_hot(Tensor, depth).to(ScalarType.Float32);

    /// <inheritdoc/>
    public TensorValue CumSum(long axis) => Tensor.cumsum(axis);

    /// <inheritdoc/>
    public TensorValue LogSoftmax(long axis) => nn.functional.log_softmax(Tensor, axis);
}
