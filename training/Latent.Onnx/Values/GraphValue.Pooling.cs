using Latent.Onnx.Converters;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx;

public readonly partial struct GraphValue
{
    /// <inheritdoc/>
    public (GraphValue Values, GraphValue Indices) ApplyWithIndices(MaxPool1d layer) => Pooled(layer);

    /// <inheritdoc/>
    public (GraphValue Values, GraphValue Indices) ApplyWithIndices(MaxPool2d layer) => Pooled(layer);

    /// <inheritdoc/>
    public (GraphValue Values, GraphValue Indices) ApplyWithIndices(MaxPool3d layer) => Pooled(layer);

    /// <inheritdoc/>
    public GraphValue Apply(MaxUnpool1d layer, GraphValue indices) => Graph.Apply(layer, [this, indices])[0];

    /// <inheritdoc/>
    public GraphValue Apply(MaxUnpool2d layer, GraphValue indices) => Graph.Apply(layer, [this, indices])[0];

    /// <inheritdoc/>
    public GraphValue Apply(MaxUnpool3d layer, GraphValue indices) => Graph.Apply(layer, [this, indices])[0];

    private (GraphValue Values, GraphValue Indices) Pooled(Module layer)
    {
        var (graph, x) = (Graph, this);
        var results = graph.Apply(layer, [x], () => Unpooling.Pool(graph, layer, x));
        return (results[0], results[1]);
    }
}
