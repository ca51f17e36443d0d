namespace Latent.Runtime;

/// <summary>A float32 tensor where it lies in memory, row-major.</summary>
/// <param name="Address">Its first element, aligned to 16 bytes.</param>
/// <param name="Shape">Its extents.</param>
public sealed record MemoryTensor(nint Address, long[] Shape)
{
    /// <summary>How many bytes it has.</summary>
    public long Bytes => Shape.Aggregate((long)sizeof(float), (product, extent) => product * extent);
}
