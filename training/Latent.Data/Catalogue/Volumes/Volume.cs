namespace Latent.Data;

/// <summary>A scan of a body: slices of rows of voxels. Rows run from the back of the body to its front.</summary>
/// <param name="Depth">Slices.</param>
/// <param name="Height">Rows of a slice.</param>
/// <param name="Width">Voxels of a row.</param>
/// <param name="Voxels">Slice after slice, row after row.</param>
internal sealed record Volume(int Depth, int Height, int Width, float[] Voxels)
{
    private const long MaxVoxels = 1 << 28;

    /// <summary>The voxels of a slice.</summary>
    public ReadOnlySpan<float> Slice(int slice) => Voxels.AsSpan(slice * Height * Width, Height * Width);

    /// <summary>How many voxels sizes make.</summary>
    /// <exception cref="DataException">A size is not positive, or there are more voxels than can be held.</exception>
    public static int Count(IReadOnlyList<int> sizes, string where)
    {
        var count = sizes.Any(size => size < 1) ? 0 : sizes.Aggregate(1L, (product, size) => Math.Min(product * size, long.MaxValue >> 31));
        return count is > 0 and <= MaxVoxels ? (int)count : throw new DataException(
            "The volume has an implausible size.", where, $"1 to {MaxVoxels} voxels", string.Join(" x ", sizes), "Check that the file is whole, or cut the volume into smaller ones.");
    }
}
