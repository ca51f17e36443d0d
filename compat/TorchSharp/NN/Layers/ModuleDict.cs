using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Modules;

/// <summary>Modules by name, in the order they were added; they count as components once the dictionary is registered in a module.</summary>
public class ModuleDict<T> : torch.nn.Module, IEnumerable<(string, T)>
    where T : torch.nn.Module
{
    private readonly Utils.OrderedDict<string, T> entries = new();
    private bool registered;

    public ModuleDict()
        : base(nameof(torch.nn.ModuleDict))
    {
    }

    public int Count => entries.Count;

    public ICollection<string> Keys => entries.Keys;

    public ICollection<T> Values => entries.Values;

    public T this[string key]
    {
        get => entries[key];
        set => entries[key] = value;
    }

    public IEnumerable<string> keys() => entries.Keys;

    public IEnumerable<T> values() => entries.Values;

    public IEnumerator<(string, T)> items() => entries.GetEnumerator();

    public void Add(string key, T value) => entries.Add(key, value);

    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    public bool ContainsKey(string key) => entries.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => entries.TryGetValue(key, out value);

    public bool Remove(string key) => entries.Remove(key);

    public void clear() => entries.clear();

    public void Clear() => clear();

    public IEnumerator<(string, T)> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected override void RegisterComponents()
    {
        if (registered) return;
        foreach (var (key, module) in entries) register_module(key, module);
        registered = true;
    }
}
