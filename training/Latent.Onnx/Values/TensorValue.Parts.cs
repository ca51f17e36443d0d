using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Onnx;

public readonly partial record struct TensorValue
{
    /// <inheritdoc/>
    public TensorValue[] Split(long axis, params long[] sizes) => [.. Tensor.split(sizes, axis).Select(part => new TensorValue(part))];

    /// <inheritdoc/>
    public TensorValue Repeat(params long[] times) => Tensor.repeat(times);

    /// <inheritdoc/>
    public TensorValue Pad(long axis, long before, long after, float value = 0)
    {
        var later = (axis < 0 ? 0 : Tensor.ndim) - axis - 1;
        return nn.functional.pad(Tensor, [.. new long[2 * later], before, after], PaddingModes.Constant, value);
    }

    /// <inheritdoc/>
    public TensorValue Extent(long axis) => tensor(Tensor.shape[axis < 0 ? axis + Tensor.ndim : axis], device: Tensor.device);
}
