namespace Latent.Data;

/// <summary>Ends each step of a transfer that takes longer than it may.</summary>
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
            throw new SourceException($"{address} was silent for {patience.TotalSeconds:0.#} seconds");
        }
        finally
        {
            source.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => source.Dispose();
}
