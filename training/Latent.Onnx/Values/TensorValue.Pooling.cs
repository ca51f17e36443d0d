using Latent.Onnx.Verification;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Onnx;

public readonly partial record struct TensorValue
{
    /// <inheritdoc/>
    public (TensorValue Values, TensorValue Indices) ApplyWithIndices(MaxPool1d layer) => Both(layer, layer.forward_with_indices(Tensor));

    /// <inheritdoc/>
    public (TensorValue Values, TensorValue Indices) ApplyWithIndices(MaxPool2d layer) => Both(layer, layer.forward_with_indices(Tensor));

    /// <inheritdoc/>
    public (TensorValue Values, TensorValue Indices) ApplyWithIndices(MaxPool3d layer) => Both(layer, layer.forward_with_indices(Tensor));

    /// <inheritdoc/>
    public TensorValue Apply(MaxUnpool1d layer, TensorValue indices) => Recorded(layer, indices, layer.call(Tensor, indices.Tensor));

    /// <inheritdoc/>
    public TensorValue Apply(MaxUnpool2d layer, TensorValue indices) => Recorded(layer, indices, layer.call(Tensor, indices.Tensor));

    /// <inheritdoc/>
    public TensorValue Apply(MaxUnpool3d layer, TensorValue indices) => Recorded(layer, indices, layer.call(Tensor, indices.Tensor));

    private (TensorValue Values, TensorValue Indices) Both(nn.Module layer, (Tensor Values, Tensor Indices) pair)
    {
        TensorRecorder.Record(layer, [Tensor], pair.Values, pair.Indices);
        return (pair.Values, pair.Indices);
    }

    private TensorValue Recorded(nn.Module layer, TensorValue indices, Tensor output)
    {
        TensorRecorder.Record(layer, [Tensor, indices.Tensor], output);
        return output;
    }
}
