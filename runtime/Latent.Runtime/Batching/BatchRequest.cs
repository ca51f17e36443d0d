namespace Latent.Runtime;

/// <summary>A waiting request. The first of result, error and cancellation completes it.</summary>
internal sealed class BatchRequest<T>
{
    // The worker thread must not run the callers' continuations.
    private readonly TaskCompletionSource<T> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration registration;

    public BatchRequest(CancellationToken cancellation) =>
        registration = cancellation.UnsafeRegister(
            static (request, token) => ((BatchRequest<T>)request!).source.TrySetCanceled(token),
            this);

    public Task<T> Task => source.Task;

    public void Answer(T result)
    {
        registration.Unregister();
        source.TrySetResult(result);
    }

    public void Fail(Exception exception)
    {
        registration.Unregister();
        source.TrySetException(exception);
    }

    /// <summary>Discards a request that was not enqueued.</summary>
    public void Forget() => registration.Unregister();
}
