namespace Latent.Runtime;

/// <summary>A lock-free pool of idle calls. A caller never waits; if the pool is empty, it creates a new call.</summary>
internal sealed class CallPool(Func<GraphCall> create) : IDisposable
{
    private readonly GraphCall?[] free = new GraphCall?[2 * Environment.ProcessorCount];
    private GraphCall? first;

    public GraphCall Rent()
    {
        var call = Interlocked.Exchange(ref first, null);
        for (var i = 0; call is null && i < free.Length; i++)
        {
            if (Volatile.Read(ref free[i]) is not null)
                call = Interlocked.Exchange(ref free[i], null);
        }
        return call ?? create();
    }

    public void Return(GraphCall call)
    {
        var unplaced = Interlocked.CompareExchange(ref first, call, null) is not null;
        for (var i = 0; unplaced && i < free.Length; i++)
            unplaced = Interlocked.CompareExchange(ref free[i], call, null) is not null;
        if (unplaced)
            call.Dispose();
    }

    public void Dispose()
    {
        first?.Dispose();
        foreach (var call in free)
            call?.Dispose();
    }
}
