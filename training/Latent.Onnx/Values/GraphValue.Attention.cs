using TorchSharp.Modules;

namespace Latent.Onnx;

public readonly partial struct GraphValue
{
    /// <inheritdoc/>
    public (GraphValue Output, GraphValue Weights) Apply(MultiheadAttention layer, GraphValue key, GraphValue value, GraphValue? padding = null, GraphValue? mask = null) =>
        Graph.Apply(layer, [this, key, value, padding, mask]) is [var output, var weights]
            ? (output, weights)
            : throw new ExportException("The converter of MultiheadAttention yields something else than answers and weights.");

    /// <inheritdoc/>
    public GraphValue Apply(TransformerEncoderLayer layer, GraphValue? mask = null, GraphValue? padding = null) =>
        Graph.Apply(layer, [this, mask, padding])[0];

    /// <inheritdoc/>
    public GraphValue Apply(TransformerEncoder layer, GraphValue? mask = null, GraphValue? padding = null) =>
        Graph.Apply(layer, [this, mask, padding])[0];

    /// <inheritdoc/>
    public GraphValue Apply(TransformerDecoderLayer layer, GraphValue memory, GraphValue? mask = null, GraphValue? memoryMask = null, GraphValue? padding = null, GraphValue? memoryPadding = null) =>
        Graph.Apply(layer, [this, memory, mask, memoryMask, padding, memoryPadding])[0];

    /// <inheritdoc/>
    public GraphValue Apply(TransformerDecoder layer, GraphValue memory, GraphValue? mask = null, GraphValue? memoryMask = null, GraphValue? padding = null, GraphValue? memoryPadding = null) =>
        Graph.Apply(layer, [this, memory, mask, memoryMask, padding, memoryPadding])[0];

    /// <inheritdoc/>
    public GraphValue Apply(Transformer layer, GraphValue target, GraphValue? mask = null, GraphValue? targetMask = null, GraphValue? memoryMask = null, GraphValue? padding = null, GraphValue? targetPadding = null, GraphValue? memoryPadding = null) =>
        Graph.Apply(layer, [this, target, mask, targetMask, memoryMask, padding, targetPadding, memoryPadding])[0];
}
