using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Modules;

/// <summary>
/// A recurrent layer with all its outputs, row by row. Its first states and the lengths of its sequences come
/// from the rows themselves. Takes [batch, steps, features], with at least as many features as a state has.
/// </summary>
internal sealed class RecurrentModule : PortableModule
{
    private readonly Module layer;
    private readonly RecurrentCase settings;

    public RecurrentModule(RecurrentCase settings)
        : base(nameof(RecurrentModule))
    {
        this.settings = settings;
        layer = settings.Kind switch
        {
            RecurrentKind.Gru =>
                GRU(
                    settings.Inputs,
                    settings.Hidden,
                    settings.Layers,
                    settings.HasBias,
                    settings.IsBatchFirst,
                    bidirectional: settings.IsBidirectional),
            RecurrentKind.Lstm =>
                LSTM(
                    settings.Inputs,
                    settings.Hidden,
                    settings.Layers,
                    settings.HasBias,
                    settings.IsBatchFirst,
                    bidirectional: settings.IsBidirectional),
            _ =>
                RNN(
                    settings.Inputs,
                    settings.Hidden,
                    settings.Layers,
                    settings.Kind == RecurrentKind.Tanh ? NonLinearities.Tanh : NonLinearities.ReLU,
                    settings.HasBias,
                    settings.IsBatchFirst,
                    bidirectional: settings.IsBidirectional),
        };
        RegisterComponents();
    }

    public override V Forward<V>(V x)
    {
        V? lengths = settings.HasLengths ? Lengths(x) : null;
        var steps = settings.IsBatchFirst ? x : x.Transpose(0, 1);
        if (layer is GRU gru)
        {
            var (all, last) = steps.Apply(gru, settings.HasStates ? States(x, 0.5f) : null, lengths);
            return V.Concat(1, Outputs(all), LastStates(last));
        }

        if (layer is RNN plain)
        {
            var (all, last) = steps.Apply(plain, settings.HasStates ? States(x, 0.5f) : null, lengths);
            return V.Concat(1, Outputs(all), LastStates(last));
        }

        (V, V)? states = settings.HasStates ? (States(x, 0.5f), States(x, -1)) : null;
        var (output, hidden, cell) = steps.Apply((LSTM)layer, states, lengths);
        return V.Concat(1, Outputs(output), LastStates(hidden), LastStates(cell));
    }

    // Between 1 and all steps, different by row.
    private V Lengths<V>(V x)
        where V : struct, IValue<V> =>
        ((x.Slice(1, 0, 1).Slice(2, 0, 1) * 2f) + 3f).Round().Clamp(1, settings.Steps).Reshape(-1);

    private V States<V>(V x, float scale)
        where V : struct, IValue<V> =>
        V.Stack(0, [.. Enumerable.Range(0, (int)settings.States).Select(i =>
            Step(x, i % settings.Steps).Slice(1, 0, settings.Hidden) * (scale / (1 + i)))]);

    private V Outputs<V>(V output)
        where V : struct, IValue<V> =>
        (settings.IsBatchFirst ? output : output.Transpose(0, 1)).Reshape(-1, settings.Steps * settings.Directions * settings.Hidden);

    private V LastStates<V>(V states)
        where V : struct, IValue<V> =>
        states.Transpose(0, 1).Reshape(-1, settings.States * settings.Hidden);

    private static V Step<V>(V x, long step)
        where V : struct, IValue<V> =>
        x.Slice(1, step, step + 1).Squeeze(1);
}
