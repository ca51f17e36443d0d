using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>The form of a module's forward, which says how it is called and observed with a list of tensors.</summary>
/// <param name="Inputs">The number of tensors that it takes; null for any.</param>
/// <param name="Run">Calls it; an omitted input is null, or missing at the end.</param>
/// <param name="Watch">Adds hooks that receive the inputs and outputs of every call, and yields what removes them.</param>
internal sealed record ForwardForm(
    int? Inputs, Func<IReadOnlyList<Tensor?>, Tensor[]> Run, Func<ForwardForm.Observer, IEnumerable<Action>> Watch)
{
    /// <summary>Receives the inputs and outputs of a call.</summary>
    internal delegate void Observer(Tensor?[] inputs, Tensor[] outputs);

    /// <summary>The form of a module; null where it takes or returns values other than tensors.</summary>
    public static ForwardForm? Find(Module module) => module switch
    {
        Module<Tensor, Tensor> layer => new(1, x => [layer.call(x[0]!)], seen => WatchUnary(layer, seen)),
        Module<Tensor, Tensor, Tensor> layer => new(
            2,
            x => [layer.call(x[0]!, At(x, 1)!)],
            seen => [layer.register_forward_hook((_, a, b, y) => Observed(y, seen, [a, b], y)).remove]),
        Module<Tensor, Tensor, Tensor, Tensor> layer => new(
            3,
            x => [layer.call(x[0]!, At(x, 1)!, At(x, 2)!)],
            seen => [layer.register_forward_hook((_, a, b, c, y) => Observed(y, seen, [a, b, c], y)).remove]),
        Module<Tensor, Tensor, Tensor, Tensor, Tensor> layer => new(
            4,
            x => [layer.call(x[0]!, At(x, 1)!, At(x, 2)!, At(x, 3)!)],
            seen => [layer.register_forward_hook((_, a, b, c, d, y) => Observed(y, seen, [a, b, c, d], y)).remove]),
        Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor> layer => new(
            5,
            x => [layer.call(x[0]!, At(x, 1)!, At(x, 2)!, At(x, 3)!, At(x, 4)!)],
            seen => [layer.register_forward_hook((_, a, b, c, d, e, y) => Observed(y, seen, [a, b, c, d, e], y)).remove]),
        Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor> layer => new(
            6,
            x => [layer.call(x[0]!, At(x, 1)!, At(x, 2)!, At(x, 3)!, At(x, 4)!, At(x, 5)!)],
            seen => [layer.register_forward_hook((_, a, b, c, d, e, f, y) => Observed(y, seen, [a, b, c, d, e, f], y)).remove]),
        Module<Tensor[], Tensor[]> layer => new(
            null,
            x => layer.call([.. x.Select(tensor => tensor!)]),
            seen => [layer.register_forward_hook((_, x, y) => Observed(y, seen, x, y)).remove]),
        _ => FindStateful(module),
    };

    // Recurrent layers take and return states, and attention whether its weights are wanted.
    private static ForwardForm? FindStateful(Module module) => module switch
    {
        Module<Tensor, Tensor?, (Tensor, Tensor)> layer => new(
            2,
            x => Flat(layer.call(x[0]!, At(x, 1))),
            seen => [layer.register_forward_hook((_, x, state, y) => Observed(y, seen, [x, state], y.Item1, y.Item2)).remove]),
        Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)> layer => new(
            3,
            x => Flat(layer.call(x[0]!, Pair(x))),
            seen => [layer.register_forward_hook((_, x, state, y) =>
                Observed(y, seen, [x, state?.Item1, state?.Item2], y.Item1, y.Item2)).remove]),
        Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)> layer => new(
            3,
            x => Flat(layer.call(x[0]!, Pair(x))),
            seen => [layer.register_forward_hook((_, x, state, y) =>
                Observed(y, seen, [x, state?.Item1, state?.Item2], y.Item1, y.Item2, y.Item3)).remove]),
        Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>> layer => new(
            5,
            x => Flat(layer.call(x[0]!, x[1]!, x[2]!, At(x, 3), true, At(x, 4)).ToValueTuple()),
            seen => [layer.register_forward_hook((_, q, k, v, padding, hasWeights, mask, y) =>
                Observed(y, seen, [q, k, v, padding, mask], hasWeights ? [y.Item1, y.Item2] : [y.Item1])).remove]),
        _ => null,
    };

    // Some layers of one tensor write into their input: it is copied before they run.
    private static IEnumerable<Action> WatchUnary(Module<Tensor, Tensor> layer, Observer seen)
    {
        var entered = new Stack<Tensor>();
        yield return layer.register_forward_pre_hook((_, x) =>
        {
            entered.Push(x.clone());
            return x;
        }).remove;
        yield return layer.register_forward_hook((_, _, y) => Observed(y, seen, [entered.Pop()], y)).remove;
    }

    private static Tensor? At(IReadOnlyList<Tensor?> inputs, int position) => position < inputs.Count ? inputs[position] : null;

    private static (Tensor, Tensor)? Pair(IReadOnlyList<Tensor?> inputs) =>
        At(inputs, 1) is { } hidden && At(inputs, 2) is { } cell ? (hidden, cell) : null;

    private static Tensor[] Flat((Tensor First, Tensor Second) outputs) => [outputs.First, outputs.Second];

    private static Tensor[] Flat((Tensor First, Tensor Second, Tensor Third) outputs) => [outputs.First, outputs.Second, outputs.Third];

    private static TResult Observed<TResult>(TResult result, Observer seen, Tensor?[] inputs, params Tensor[] outputs)
    {
        seen(inputs, outputs);
        return result;
    }
}
