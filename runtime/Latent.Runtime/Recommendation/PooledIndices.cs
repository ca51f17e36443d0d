using System.Buffers;

namespace Latent.Runtime;

/// <summary>A buffer of item indices from the shared pool, for the duration of a call.</summary>
internal readonly ref struct PooledIndices(int length)
{
    private readonly int[] array = ArrayPool<int>.Shared.Rent(length);

    public Span<int> Span => array.AsSpan(0, length);

    public void Dispose() => ArrayPool<int>.Shared.Return(array);
}
