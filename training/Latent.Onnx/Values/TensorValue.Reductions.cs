using static TorchSharp.torch;

namespace Latent.Onnx;

public readonly partial record struct TensorValue
{
    /// <inheritdoc/>
    public TensorValue ReduceMin(long[] axes, bool keepDims = false) => Tensor.amin(AxesOrAll(axes), keepDims);

    /// <inheritdoc/>
    public TensorValue Product(long[] axes, bool keepDims = false)
    {
        var rank = Tensor.ndim;
        var fromTheEnd = AxesOrAll(axes).Select(axis => axis < 0 ? axis + rank : axis).OrderDescending();
        return fromTheEnd.Aggregate(Tensor, (reduced, axis) => reduced.prod(axis, keepDims));
    }

    /// <inheritdoc/>
    public TensorValue Norm(float p, long[] axes, bool keepDims = false) => linalg.vector_norm(Tensor, p, AxesOrAll(axes), keepDims);

    /// <inheritdoc/>
    public TensorValue ArgMin(long axis, bool keepDims = false) => Tensor.argmin(axis, keepDims);

    /// <inheritdoc/>
    public (TensorValue Values, TensorValue Indices) TopK(long k, long axis = -1)
    {
        var (values, indices) = Tensor.topk((int)k, (int)axis);
        return (values, indices);
    }
}
