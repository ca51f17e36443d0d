namespace Latent.Runtime;

/// <summary>Reads a stream one item ahead, to expose whether the next item is available.</summary>
internal sealed class AheadReader : IAsyncDisposable
{
    private readonly CancellationTokenSource stop;
    private readonly IAsyncEnumerator<ReadOnlyMemory<float>> source;
    private Task<bool> next;

    public AheadReader(IAsyncEnumerable<ReadOnlyMemory<float>> items, CancellationToken cancellation)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        source = items.GetAsyncEnumerator(stop.Token);
        next = source.MoveNextAsync().AsTask();
    }

    /// <summary>Whether <see cref="WaitAsync"/> completes without waiting.</summary>
    public bool IsReady => next.IsCompleted;

    public ReadOnlyMemory<float> Current => source.Current;

    /// <summary>Waits for the next item; returns false at the end.</summary>
    public Task<bool> WaitAsync() => next;

    /// <summary>Requests the item after the current one, whose memory may change from now on.</summary>
    public void Advance() => next = source.MoveNextAsync().AsTask();

    /// <summary>Cancels the source and awaits its pending move: an enumerator must not be disposed while it moves.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await source.DisposeAsync().ConfigureAwait(false);
        stop.Dispose();
    }
}
