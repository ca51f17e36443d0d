using System.Buffers;

namespace Latent.Runtime;

/// <summary>A float buffer from the shared pool, for the duration of a call.</summary>
internal readonly ref struct PooledBuffer(long length)
{
    private readonly float[] array = ArrayPool<float>.Shared.Rent(checked((int)length));

    public Span<float> Span => array.AsSpan(0, (int)length);

    public void Dispose() => ArrayPool<float>.Shared.Return(array);
}
