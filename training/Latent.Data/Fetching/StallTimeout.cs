namespace Latent.Data;

/// <summary>Aborts each step of a transfer that exceeds the time limit.</summary>
internal sealed class StallTimeout(TimeSpan patience, CancellationToken cancellation) : IDisposable
{
    private readonly CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

    public async Task<T> GuardAsync<T>(Uri address, Func<CancellationToken, Task<T>> step)
    {
        source.CancelAfter(patience);
        try
        {
            return await step(source.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SourceException($"{address} did not respond for {patience.TotalSeconds:0.#} seconds");
        }
        finally
        {
            source.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => source.Dispose();
}
