using System.Buffers;

namespace Latent.Runtime;

/// <summary>Memory for places of items for the length of a call, from the shared pool.</summary>
internal readonly ref struct PooledIndices(int length)
{
    private readonly int[] array = ArrayPool<int>.Shared.Rent(length);

    public Span<int> Span => array.AsSpan(0, length);

    public void Dispose() => ArrayPool<int>.Shared.Return(array);
}
