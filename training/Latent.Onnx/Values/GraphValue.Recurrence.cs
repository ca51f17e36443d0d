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

    /// <inheritdoc/>
    public (GraphValue Output, GraphValue Hidden) Apply(RNN layer, GraphValue? state = null, GraphValue? lengths = null) =>
        Graph.Apply(layer, [this, state, lengths]) is [var output, var hidden]
            ? (output, hidden)
            : throw new ExportException("The converter of RNN yields something else than output and hidden states.");

    /// <inheritdoc/>
    public GraphValue Apply(RNNCell layer, GraphValue state) => Graph.Apply(layer, [this, state])[0];

    /// <inheritdoc/>
    public GraphValue Apply(RNNCell layer) => Graph.Apply(layer, [this, null])[0];

    /// <inheritdoc/>
    public GraphValue Apply(GRUCell layer, GraphValue state) => Graph.Apply(layer, [this, state])[0];

    /// <inheritdoc/>
    public GraphValue Apply(GRUCell layer) => Graph.Apply(layer, [this, null])[0];

    /// <inheritdoc/>
    public (GraphValue Hidden, GraphValue Cell) Apply(LSTMCell layer, (GraphValue Hidden, GraphValue Cell)? state = null) =>
        Graph.Apply(layer, [this, state?.Hidden, state?.Cell]) is [var hidden, var cell]
            ? (hidden, cell)
            : throw new ExportException("The converter of LSTMCell yields something else than hidden and cell states.");
}
