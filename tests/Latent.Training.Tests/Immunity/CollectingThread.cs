namespace Latent.Training.Tests.Immunity;

/// <summary>A thread that collects garbage and runs finalizers without a pause, until it is disposed.</summary>
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

    /// <summary>The collections so far.</summary>
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
            // A temporary is young: it falls to the shortest of collections.
            GC.Collect(0);
            GC.WaitForPendingFinalizers();
            Interlocked.Increment(ref collections);
        }
    }
}
