using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Verification;

/// <summary>Keeps what goes into the layers of a model and what comes out, while it runs in TorchSharp.</summary>
internal sealed class TensorRecorder : IDisposable
{
    private readonly Dictionary<string, List<TensorCall>> calls = [];
    private readonly List<Action> removals = [];

    public TensorRecorder(Module root)
    {
        var seen = new HashSet<Module>(ReferenceEqualityComparer.Instance);
        foreach (var (path, module) in root.named_modules().Prepend(("", root)))
        {
            if (seen.Add(module))
                Watch(module, calls[path] = []);
        }
    }

    /// <summary>The calls of a layer, in order.</summary>
    public IReadOnlyList<TensorCall> Of(string path) => calls.GetValueOrDefault(path) ?? [];

    public void Dispose() => removals.ForEach(remove => remove());

    private void Watch(Module module, List<TensorCall> made)
    {
        switch (module)
        {
            case Module<Tensor, Tensor> layer:
                WatchUnary(layer, made);
                break;
            case Module<Tensor, Tensor, Tensor> layer:
                removals.Add(layer.register_forward_hook((_, x, other, y) => Keep(made, y, [x, other], y)).remove);
                break;
            case Module<Tensor, Tensor?, (Tensor, Tensor)> layer:
                removals.Add(layer.register_forward_hook((_, x, state, y) => Keep(made, y, [x, state], y.Item1, y.Item2)).remove);
                break;
            case Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)> layer:
                removals.Add(layer.register_forward_hook((_, x, state, y) => Keep(made, y, [x, state?.Item1, state?.Item2], y.Item1, y.Item2)).remove);
                break;
            case Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)> layer:
                removals.Add(layer.register_forward_hook((_, x, state, y) => Keep(made, y, [x, state?.Item1, state?.Item2], y.Item1, y.Item2, y.Item3)).remove);
                break;
        }
    }

    // Some layers of one tensor write into what they take: it is copied before they run.
    private void WatchUnary(Module<Tensor, Tensor> layer, List<TensorCall> made)
    {
        var entered = new Stack<Tensor>();
        removals.Add(layer.register_forward_pre_hook((_, x) =>
        {
            entered.Push(x.clone());
            return x;
        }).remove);
        removals.Add(layer.register_forward_hook((_, _, y) =>
        {
            made.Add(new TensorCall([entered.Pop()], [y.clone()]));
            return y;
        }).remove);
    }

    private static TResult Keep<TResult>(List<TensorCall> made, TResult result, Tensor?[] inputs, params Tensor[] outputs)
    {
        made.Add(new TensorCall([.. inputs.Select(input => input?.clone())], [.. outputs.Select(output => output.clone())]));
        return result;
    }
}
