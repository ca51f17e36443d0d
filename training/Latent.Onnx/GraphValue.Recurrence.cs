using TorchSharp.Modules;

namespace Latent.Onnx;

public readonly partial struct GraphValue
{
    /// <inheritdoc/>
    public (GraphValue Output, GraphValue Hidden, GraphValue Cell) Apply(LSTM layer, (GraphValue Hidden, GraphValue Cell)? state = null, GraphValue? lengths = null) =>
        Graph.Apply(layer, [this, state?.Hidden, state?.Cell, lengths]) is [var output, var hidden, var cell]
            ? (output, hidden, cell)
            : throw new ExportException("The converter of LSTM yields something else than output, hidden and cell states.");

    /// <inheritdoc/>
    public (GraphValue Output, GraphValue Hidden) Apply(GRU layer, GraphValue? state = null, GraphValue? lengths = null) =>
        Graph.Apply(layer, [this, state, lengths]) is [var output, var hidden]
            ? (output, hidden)
            : throw new ExportException("The converter of GRU yields something else than output and hidden states.");
}
