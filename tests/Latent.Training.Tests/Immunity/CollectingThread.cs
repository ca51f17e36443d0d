namespace Latent.Training.Tests.Immunity;

/// <summary>A thread that continuously collects garbage and runs finalizers until it is disposed.</summary>
internal sealed class CollectingThread : IDisposable
{
    private readonly Thread thread;
    private volatile bool isOver;
    private long collections;

    public CollectingThread()
    {
        thread = new Thread(Collect) { IsBackground = true };
        thread.Start();
        SpinWait.SpinUntil(() => Collections > 0);
    }

    /// <summary>The number of collections so far.</summary>
    public long Collections => Interlocked.Read(ref collections);

    public void Dispose()
    {
        isOver = true;
        thread.Join();
    }

    private void Collect()
    {
        while (!isOver)
        {
            // Temporaries are in generation 0, whose collections are the fastest.
            GC.Collect(0);
            GC.WaitForPendingFinalizers();
            Interlocked.Increment(ref collections);
        }
    }
}
