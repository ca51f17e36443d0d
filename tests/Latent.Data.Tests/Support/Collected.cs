namespace Latent.Data.Tests;

/// <summary>Collects reported values, and forwards them to an optional listener.</summary>
internal sealed class Collected<T>(Action<T>? listener = null) : IProgress<T>
{
    public List<T> Items { get; } = [];

    public void Report(T value)
    {
        lock (Items)
            Items.Add(value);
        listener?.Invoke(value);
    }
}
