using Latent.Onnx.Converters;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Verification;

/// <summary>Keeps the inputs and outputs of a model's layers while it runs in TorchSharp.</summary>
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

    /// <summary>Runs a model, and returns the calls of its layers and of the parts of attention within them.</summary>
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

    /// <summary>
    /// Runs a layer, and keeps the call if a model is being recorded; TorchSharp runs no hooks for calls with masks and packed
    /// sequences.
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="inputs">Its inputs; null for omitted ones.</param>
    /// <param name="run">Runs it.</param>
    public static Tensor[] Observe(Module layer, IReadOnlyList<Tensor?> inputs, Func<Tensor[]> run)
    {
        if (running is not { } recorder || !recorder.paths.ContainsKey(layer))
            return run();

        var before = recorder.CallCount(layer);
        var outputs = run();
        if (recorder.CallCount(layer) == before)
            recorder.Keep(layer, inputs, outputs);
        return outputs;
    }

    /// <summary>The calls of a layer or of a part of one, in order.</summary>
    public IReadOnlyList<TensorCall> CallsOf(string path) => calls.GetValueOrDefault(path) ?? [];

    private int CallCount(Module layer) => made.Count(call => ReferenceEquals(call.Layer, layer));

    // Parts are computed when no hook is left that would watch that too.
    private void Sort()
    {
        foreach (var (layer, call) in made)
        {
            foreach (var part in ConverterRegistry.Default.KindOf(layer)?.PartsOf(layer, call) ?? [])
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

    private IEnumerable<Action> Watch(Module module) =>
        ForwardForm.Find(module)?.Watch((inputs, outputs) => Keep(module, inputs, outputs)) ?? [];

    private void Keep(Module layer, IReadOnlyList<Tensor?> inputs, Tensor[] outputs) =>
        made.Add((layer, new TensorCall([.. inputs.Select(input => input?.clone())], [.. outputs.Select(output => output.clone())])));
}
