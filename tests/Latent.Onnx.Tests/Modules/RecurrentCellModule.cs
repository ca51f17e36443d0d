using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Modules;

/// <summary>
/// A recurrent cell that runs two steps over a row: the second starts from the state of the first. Takes [batch, features].
/// </summary>
internal sealed class RecurrentCellModule : PortableModule
{
    public const long Inputs = 6;
    private const long Hidden = 5;

    private readonly Module layer;
    private readonly bool hasStates;

    public RecurrentCellModule(RecurrentKind kind, bool hasBias, bool hasStates)
        : base(nameof(RecurrentCellModule))
    {
        this.hasStates = hasStates;
        layer = kind switch
        {
            RecurrentKind.Lstm => LSTMCell(Inputs, Hidden, hasBias),
            RecurrentKind.Gru => GRUCell(Inputs, Hidden, hasBias),
            _ => RNNCell(Inputs, Hidden, kind == RecurrentKind.Tanh ? NonLinearities.Tanh : NonLinearities.ReLU, hasBias),
        };
        RegisterComponents();
    }

    public override V Forward<V>(V x)
    {
        V? state = hasStates ? x.Slice(1, 0, Hidden) : null;
        if (layer is LSTMCell lstm)
        {
            var (hidden, cell) = x.Apply(lstm, state is { } first ? (first, first * -0.5f) : null);
            (hidden, cell) = (x * 2f).Apply(lstm, (hidden, cell));
            return V.Concat(1, hidden, cell);
        }

        return layer is GRUCell gru
            ? (x * 2f).Apply(gru, state is { } before ? x.Apply(gru, before) : x.Apply(gru))
            : (x * 2f).Apply((RNNCell)layer, state is { } start ? x.Apply((RNNCell)layer, start) : x.Apply((RNNCell)layer));
    }
}
