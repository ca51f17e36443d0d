using Latent.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Training.Sequences;

/// <summary>Recurrent layers, LSTM or GRU, batch first.</summary>
public sealed class RecurrentLayers : Module
{
    private readonly LSTM? lstm;
    private readonly GRU? gru;

    internal RecurrentLayers(CellKind cell, long inputs, long size, long layers, bool bidirectional)
        : base(nameof(RecurrentLayers))
    {
        (Size, Layers, Directions) = (size, layers, bidirectional ? 2 : 1);
        if (cell == CellKind.Lstm)
            lstm = LSTM(inputs, size, layers, batchFirst: true, bidirectional: bidirectional);
        else
            gru = GRU(inputs, size, layers, batchFirst: true, bidirectional: bidirectional);
        RegisterComponents();
    }

    /// <summary>The number of features of a state.</summary>
    public long Size { get; }

    /// <summary>The number of layers.</summary>
    public long Layers { get; }

    /// <summary>2 for bidirectional layers, else 1.</summary>
    public long Directions { get; }

    /// <summary>The names of the states passed from step to step, the hidden state first.</summary>
    public IReadOnlyList<string> StateNames => lstm is null ? ["hidden"] : ["hidden", "cell"];

    /// <summary>Runs the layers over sequences.</summary>
    /// <param name="x">[batch, steps, features].</param>
    /// <param name="states">The initial states, in the form in which they are returned; zeros where null.</param>
    /// <param name="lengths">The number of valid steps of each sequence, [batch]; all where null.</param>
    /// <returns>The outputs, [batch, steps, directions · size], and the last states, [layers · directions, batch, size] each.</returns>
    public (V Output, V[] States) Run<V>(V x, V[]? states = null, V? lengths = null)
        where V : struct, IValue<V>
    {
        if (lstm is null)
        {
            var (all, last) = x.Apply(gru!, states?[0], lengths);
            return (all, [last]);
        }

        (V, V)? first = states is null ? null : (states[0], states[1]);
        var (output, hidden, cell) = x.Apply(lstm, first, lengths);
        return (output, [hidden, cell]);
    }
}
