using System.Runtime.CompilerServices;

namespace TorchSharp.Modules;

/// <summary>Modules one after the other. What lies between two of them is disposed at once.</summary>
public class Sequential : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly List<torch.nn.IModule<torch.Tensor, torch.Tensor>> steps = [];
    private readonly List<string> names = [];

    internal Sequential()
        : base(nameof(Sequential))
    {
    }

    protected Sequential(params (string name, torch.nn.Module<torch.Tensor, torch.Tensor> submodule)[] modules)
        : this()
    {
        foreach (var (name, module) in modules) Add(name, module);
    }

    protected Sequential(params torch.nn.Module<torch.Tensor, torch.Tensor>[] modules)
        : this()
    {
        foreach (var module in modules) Add(module);
    }

    public int Count => steps.Count;

    [IndexerName("SequentialItems")]
    public torch.nn.IModule<torch.Tensor, torch.Tensor> this[int index] => steps[index];

    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential append(string name, torch.nn.IModule<torch.Tensor, torch.Tensor> module)
    {
        Add(name, module);
        return this;
    }

    public Sequential append(torch.nn.IModule<torch.Tensor, torch.Tensor> module)
    {
        Add(module);
        return this;
    }

    public override torch.Tensor forward(torch.Tensor tensor)
    {
        if (Count == 0) return tensor.alias();
        var result = steps[0].call(tensor);
        for (var i = 1; i < steps.Count; i++)
        {
            var input = result;
            result = steps[i].call(input);
            input.Dispose();
        }

        return result;
    }

    public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
    {
        var seen = new HashSet<nint> { 0 };
        return !recurse ? [] :
            from entry in named_children()
            from inner in entry.module.named_parameters(true)
            where seen.Add(inner.parameter.handle)
            select ($"{entry.name}.{inner.name}", inner.parameter);
    }

    public override IEnumerable<(string name, torch.Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true)
    {
        var seen = new HashSet<nint> { 0 };
        return !recurse ? [] :
            from entry in named_children()
            from inner in entry.module.named_buffers(true, include_persistent)
            where seen.Add(inner.buffer.handle)
            select ($"{entry.name}.{inner.name}", inner.buffer);
    }

    public override IEnumerable<(string name, torch.nn.Module module)> named_children()
    {
        for (var i = 0; i < steps.Count; i++) yield return (names[i], (torch.nn.Module)steps[i]);
    }

    public override IEnumerable<(string name, torch.nn.Module module)> named_modules() =>
        named_children().Concat(
            from entry in named_children()
            from inner in entry.module.named_modules()
            select ($"{entry.name}.{inner.name}", inner.module));

    public override torch.nn.Module apply(Action<torch.nn.Module> fn)
    {
        foreach (var child in children()) child.apply(fn);
        fn(this);
        return this;
    }

    internal void Add(torch.nn.IModule<torch.Tensor, torch.Tensor> module) => Add($"{Count}", module);

    internal void Add(string name, torch.nn.IModule<torch.Tensor, torch.Tensor> module)
    {
        steps.Add(module);
        names.Add(name);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var child in children()) child.Dispose();
        }

        base.Dispose(disposing);
    }

    private Sequential Slice(int start, int end)
    {
        if (start < 0 || start > Count) throw new IndexOutOfRangeException($"{start} is not a valid index.");
        if (end < 0 || end > Count) throw new IndexOutOfRangeException($"{end} is not a valid index.");
        var slice = new Sequential();
        for (var i = start; i < end; i++) slice.Add(names[i], steps[i]);
        return slice;
    }
}
