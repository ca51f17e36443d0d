using TorchSharp.Modules;

namespace Latent.Onnx;

public partial interface IValue<V>
{
    /// <summary>Runs an LSTM over sequences, in every layout and direction that it has.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="state">The first hidden and cell states, [layers · directions, batch, hidden] each; zeros where null.</param>
    /// <param name="lengths">How many steps of each sequence count, [batch], each at least 1: what comes behind them is not read, in either direction. All of them where null.</param>
    /// <returns>The output of each step, 0 behind the end of a sequence, and the last hidden and cell states of each sequence.</returns>
    (V Output, V Hidden, V Cell) Apply(LSTM layer, (V Hidden, V Cell)? state = null, V? lengths = null);

    /// <summary>Runs a GRU over sequences, in every layout and direction that it has.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="state">The first hidden states, [layers · directions, batch, hidden]; zeros where null.</param>
    /// <param name="lengths">How many steps of each sequence count, [batch], each at least 1: what comes behind them is not read, in either direction. All of them where null.</param>
    /// <returns>The output of each step, 0 behind the end of a sequence, and the last hidden states of each sequence.</returns>
    (V Output, V Hidden) Apply(GRU layer, V? state = null, V? lengths = null);

    /// <summary>Runs an Elman network over sequences, in every layout and direction that it has.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="state">The first hidden states, [layers · directions, batch, hidden]; zeros where null.</param>
    /// <param name="lengths">How many steps of each sequence count, [batch], each at least 1: what comes behind them is not read, in either direction. All of them where null.</param>
    /// <returns>The output of each step, 0 behind the end of a sequence, and the last hidden states of each sequence.</returns>
    (V Output, V Hidden) Apply(RNN layer, V? state = null, V? lengths = null);

    /// <summary>Runs one step of an Elman network over rows, [batch, features].</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="state">The hidden state, [batch, hidden].</param>
    /// <returns>The next hidden state.</returns>
    V Apply(RNNCell layer, V state);

    /// <summary>Runs the first step of an Elman network over rows, [batch, features], from a state of zeros.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <returns>The next hidden state.</returns>
    V Apply(RNNCell layer);

    /// <summary>Runs one step of a GRU over rows, [batch, features].</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="state">The hidden state, [batch, hidden].</param>
    /// <returns>The next hidden state.</returns>
    V Apply(GRUCell layer, V state);

    /// <summary>Runs the first step of a GRU over rows, [batch, features], from a state of zeros.</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <returns>The next hidden state.</returns>
    V Apply(GRUCell layer);

    /// <summary>Runs one step of an LSTM over rows, [batch, features].</summary>
    /// <param name="layer">A layer of the model that is being run.</param>
    /// <param name="state">The hidden and the cell state, [batch, hidden] each; zeros where null.</param>
    /// <returns>The next hidden and cell states.</returns>
    (V Hidden, V Cell) Apply(LSTMCell layer, (V Hidden, V Cell)? state = null);
}
