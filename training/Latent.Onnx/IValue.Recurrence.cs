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
}
