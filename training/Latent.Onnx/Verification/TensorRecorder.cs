using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Verification;

/// <summary>Keeps what goes into the layers of a model and what comes out, while it runs in TorchSharp.</summary>
internal sealed class TensorRecorder
{
    [ThreadStatic]
    private static TensorRecorder? running;

    private readonly Dictionary<Module, string> paths = new(ReferenceEqualityComparer.Instance);
    private readonly List<(Module Layer, TensorCall Call)> made = [];
    private readonly Dictionary<string, List<TensorCall>> calls = [];

    private TensorRecorder(Module root)
    {
        foreach (var (path, module) in root.named_modules().Prepend(("", root)))
            paths.TryAdd(module, path);
    }

    /// <summary>Runs a model, and yields what its layers, and the parts of attention within them, took and gave.</summary>
    /// <param name="root">The model.</param>
    /// <param name="run">Runs it.</param>
    public static (T Result, TensorRecorder Record) Record<T>(Module root, Func<T> run)
    {
        var recorder = new TensorRecorder(root);
        var removals = recorder.paths.Keys.SelectMany(recorder.Watch).ToArray();
        T result;
        var outer = running;
        running = recorder;
        try
        {
            result = run();
        }
        finally
        {
            running = outer;
            foreach (var remove in removals)
                remove();
        }

        recorder.Sort();
        return (result, recorder);
    }

    /// <summary>Tells of a call in which TorchSharp runs no hooks: of layers with masks and of packed sequences.</summary>
    public static void Record(Module layer, Tensor?[] inputs, params Tensor[] outputs)
    {
        if (running is { } recorder && recorder.paths.ContainsKey(layer))
            recorder.Keep(layer, inputs, outputs);
    }

    /// <summary>The calls of a layer or of a part of one, in order.</summary>
    public IReadOnlyList<TensorCall> CallsOf(string path) => calls.GetValueOrDefault(path) ?? [];

    // Parts are computed when no hook is left that would watch that too.
    private void Sort()
    {
        foreach (var (layer, call) in made)
        {
            foreach (var part in AttentionParts.Find(layer, call))
                Add(ModuleNames.Join(paths[layer], part.Path), part.Call);
            Add(paths[layer], call);
        }
    }

    private void Add(string path, TensorCall call)
    {
        if (!calls.TryGetValue(path, out var known))
            calls[path] = known = [];
        known.Add(call);
    }

    private IEnumerable<Action> Watch(Module module) => module switch
    {
        Module<Tensor, Tensor> layer => WatchUnary(layer),
        Module<Tensor, Tensor, Tensor> layer => [layer.register_forward_hook((_, x, other, y) => Kept(y, layer, [x, other], y)).remove],
        Module<Tensor, Tensor, Tensor, Tensor> layer => [layer.register_forward_hook((_, x, second, third, y) => Kept(y, layer, [x, second, third], y)).remove],
        Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor> layer => [layer.register_forward_hook((_, x, memory, mask, toMemory, padding, ofMemory, y) => Kept(y, layer, [x, memory, mask, toMemory, padding, ofMemory], y)).remove],
        MultiheadAttention layer => [layer.register_forward_hook((_, q, k, v, padding, isWhole, mask, y) => Kept(y, layer, [q, k, v, padding, mask], isWhole ? [y.Item1, y.Item2] : [y.Item1])).remove],
        Module<Tensor, Tensor?, (Tensor, Tensor)> layer => [layer.register_forward_hook((_, x, state, y) => Kept(y, layer, [x, state], y.Item1, y.Item2)).remove],
        Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)> layer => [layer.register_forward_hook((_, x, state, y) => Kept(y, layer, [x, state?.Item1, state?.Item2], y.Item1, y.Item2)).remove],
        Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)> layer => [layer.register_forward_hook((_, x, state, y) => Kept(y, layer, [x, state?.Item1, state?.Item2], y.Item1, y.Item2, y.Item3)).remove],
        _ => [],
    };

    // Some layers of one tensor write into what they take: it is copied before they run.
    private IEnumerable<Action> WatchUnary(Module<Tensor, Tensor> layer)
    {
        var entered = new Stack<Tensor>();
        yield return layer.register_forward_pre_hook((_, x) =>
        {
            entered.Push(x.clone());
            return x;
        }).remove;
        yield return layer.register_forward_hook((_, _, y) =>
        {
            Keep(layer, [entered.Pop()], y);
            return y;
        }).remove;
    }

    private TResult Kept<TResult>(TResult result, Module layer, Tensor?[] inputs, params Tensor[] outputs)
    {
        Keep(layer, inputs, outputs);
        return result;
    }

    private void Keep(Module layer, Tensor?[] inputs, params Tensor[] outputs) =>
        made.Add((layer, new TensorCall([.. inputs.Select(input => input?.clone())], [.. outputs.Select(output => output.clone())])));
}
