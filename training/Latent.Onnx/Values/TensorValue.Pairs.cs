using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

public readonly partial record struct TensorValue
{
    /// <inheritdoc/>
    public TensorValue Apply(Module<Tensor, Tensor, Tensor> layer, TensorValue second) => layer.call(Tensor, second.Tensor);

    /// <inheritdoc/>
    public TensorValue Apply(EmbeddingBag layer, TensorValue? weights = null) => layer.call(Tensor, null, weights?.Tensor);

    /// <inheritdoc/>
    public TensorValue ApplyWithOffsets(EmbeddingBag layer, TensorValue offsets, TensorValue? weights = null) => layer.call(Tensor, offsets.Tensor, weights?.Tensor);
}
