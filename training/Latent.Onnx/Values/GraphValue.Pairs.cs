using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

public readonly partial struct GraphValue
{
    /// <inheritdoc/>
    public GraphValue Apply(Module<Tensor, Tensor, Tensor> layer, GraphValue second) => Graph.Apply(layer, [this, second])[0];

    /// <inheritdoc/>
    public GraphValue Apply(EmbeddingBag layer, GraphValue? weights = null) => Graph.Apply(layer, [this, null, weights])[0];

    /// <inheritdoc/>
    public GraphValue ApplyWithOffsets(EmbeddingBag layer, GraphValue offsets, GraphValue? weights = null) => Graph.Apply(layer, [this, offsets, weights])[0];
}
