using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that keeps the order in which its keys were added.</summary>
public class OrderedDict<TKey, TValue> : IEnumerable<(TKey, TValue)>
    where TKey : notnull
{
    private readonly List<TKey> order = [];
    private readonly Dictionary<TKey, TValue> entries = [];

    public int Count => order.Count;

    public ICollection<TKey> Keys => [.. order];

    public ICollection<TValue> Values => order.ConvertAll(key => entries[key]);

    public TValue this[TKey key]
    {
        get => entries[key];
        set
        {
            if (!entries.ContainsKey(key)) order.Add(key);
            entries[key] = value;
        }
    }

    public void Add(TKey key, TValue value)
    {
        entries.Add(key, value);
        order.Add(key);
    }

    public bool TryAdd(TKey key, TValue value)
    {
        if (entries.ContainsKey(key)) return false;
        Add(key, value);
        return true;
    }

    public bool ContainsKey(TKey key) => entries.ContainsKey(key);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => entries.TryGetValue(key, out value);

    public bool Remove(TKey key) => entries.Remove(key) && order.Remove(key);

    public void clear()
    {
        order.Clear();
        entries.Clear();
    }

    public IEnumerator<(TKey, TValue)> GetEnumerator()
    {
        foreach (var key in order) yield return (key, entries[key]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
