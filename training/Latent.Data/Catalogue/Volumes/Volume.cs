using Latent.Files;

namespace Latent.Data;

/// <summary>A body scan as slices of rows of voxels. Rows run from the back of the body to its front.</summary>
/// <param name="Depth">The number of slices.</param>
/// <param name="Height">Rows per slice.</param>
/// <param name="Width">Voxels per row.</param>
/// <param name="Voxels">Depth x Height x Width values, row-major.</param>
internal sealed record Volume(int Depth, int Height, int Width, float[] Voxels)
{
    // 1 GiB of 32-bit floats.
    private const long MaxVoxels = 1 << 28;

    /// <summary>Returns the voxels of a slice.</summary>
    public ReadOnlySpan<float> Slice(int slice) => Voxels.AsSpan(slice * Height * Width, Height * Width);

    /// <summary>Returns the number of voxels of a volume with the given sizes.</summary>
    /// <exception cref="DataException">A size is not positive, or the number of voxels exceeds the limit.</exception>
    public static int Count(IReadOnlyList<int> sizes, string where)
    {
        var count = sizes.Any(size => size < 1) ? 0 : sizes.Aggregate(1L, (product, size) => Math.Min(product * size, long.MaxValue >> 31));
        return count is > 0 and <= MaxVoxels ? (int)count : throw new DataException(
            "The volume has an implausible size.",
            where,
            $"1 to {MaxVoxels} voxels",
            string.Join(" x ", sizes),
            "Check that the file is complete, or split the volume into smaller ones.");
    }
}
