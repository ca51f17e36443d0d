namespace Latent.Runtime;

/// <summary>
/// Coordinates calls and disposal without a lock: the model's resources are released after disposal and the end of the last
/// call.
/// </summary>
/// <param name="name">The name of the model's type, for the error.</param>
/// <param name="release">Releases what the model holds; called once.</param>
public sealed class Lifetime(string name, Action release) : IDisposable
{
    private int users = 1;
    private int disposed;
    private int released;

    /// <summary>Begins a call; dispose the result when the call ends.</summary>
    /// <exception cref="ObjectDisposedException">The model is disposed.</exception>
    public Use Enter()
    {
        // Increments before the check: a disposal that this call does not see must see this call.
        Interlocked.Increment(ref users);
        if (Volatile.Read(ref disposed) == 0)
            return new(this);

        Exit();
        throw new ObjectDisposedException(name);
    }

    /// <summary>Ends the model: later calls throw, and what it holds is released when the last call is out.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
            Exit();
    }

    private void Exit()
    {
        if (Interlocked.Decrement(ref users) == 0 && Interlocked.Exchange(ref released, 1) == 0)
            release();
    }

    /// <summary>A call in flight.</summary>
    public readonly ref struct Use
    {
        private readonly Lifetime lifetime;

        internal Use(Lifetime lifetime) => this.lifetime = lifetime;

        /// <summary>Ends the call.</summary>
        public void Dispose() => lifetime.Exit();
    }
}
