namespace Latent.Runtime;

/// <summary>A float32 tensor in memory, row-major.</summary>
/// <param name="Address">The address of the first element, aligned to 16 bytes.</param>
/// <param name="Shape">The dimensions.</param>
public sealed record MemoryTensor(nint Address, long[] Shape)
{
    /// <summary>The size in bytes.</summary>
    public long Bytes => Shape.Aggregate((long)sizeof(float), (product, extent) => product * extent);
}
