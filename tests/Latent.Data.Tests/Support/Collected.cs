namespace Latent.Data.Tests;

/// <summary>Keeps what is reported, and passes it on to whoever listens.</summary>
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
