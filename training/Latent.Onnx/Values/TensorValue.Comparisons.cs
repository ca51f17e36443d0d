using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Onnx;

public readonly partial record struct TensorValue
{
    /// <inheritdoc/>
    public TensorValue Greater(TensorValue other) => Tensor.gt(other.Tensor).to(Tensor.dtype);

    /// <inheritdoc/>
    public TensorValue GreaterOrEqual(TensorValue other) => Tensor.ge(other.Tensor).to(Tensor.dtype);

    /// <inheritdoc/>
    public TensorValue Less(TensorValue other) => Tensor.lt(other.Tensor).to(Tensor.dtype);

    /// <inheritdoc/>
    public TensorValue LessOrEqual(TensorValue other) => Tensor.le(other.Tensor).to(Tensor.dtype);

    /// <inheritdoc/>
    public TensorValue NotEqualTo(TensorValue other) => Tensor.ne(other.Tensor).to(Tensor.dtype);

    /// <inheritdoc/>
    public TensorValue Max(TensorValue other) => Tensor.maximum(other.Tensor);

    /// <inheritdoc/>
    public TensorValue Min(TensorValue other) => Tensor.minimum(other.Tensor);

    /// <inheritdoc/>
    public TensorValue Where(TensorValue mask, TensorValue otherwise) => Tensor.where(mask.Tensor.ne(Scalars.Get(0)), otherwise.Tensor);

    /// <inheritdoc/>
    public TensorValue KthLargest(long k) => Tensor.topk((int)k, -1).values.narrow(-1, k - 1, 1);
}
