namespace Latent.Runtime;

/// <summary>One caller that waits. Whatever comes first counts: the answer, the error or the cancellation.</summary>
internal sealed class BatchRequest<T>
{
    // The thread that answers must not run what the callers do next.
    private readonly TaskCompletionSource<T> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration registration;

    public BatchRequest(CancellationToken cancellation) =>
        registration = cancellation.UnsafeRegister(static (request, token) => ((BatchRequest<T>)request!).source.TrySetCanceled(token), this);

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

    /// <summary>The request was not taken.</summary>
    public void Forget() => registration.Unregister();
}
