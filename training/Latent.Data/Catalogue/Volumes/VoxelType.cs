using System.Buffers.Binary;

namespace Latent.Data;

/// <summary>How a file writes one voxel.</summary>
/// <param name="Name">What NumPy calls it.</param>
/// <param name="Size">Bytes of a voxel.</param>
/// <param name="Read">Reads one; the flag says whether the highest byte comes first.</param>
internal sealed record VoxelType(string Name, int Size, VoxelType.Reader Read)
{
    /// <summary>Reads a voxel from its bytes.</summary>
    public delegate double Reader(ReadOnlySpan<byte> bytes, bool isBigEndian);

    /// <summary>Those that are known.</summary>
    public static IReadOnlyList<VoxelType> All { get; } =
    [
        new("uint8", 1, (bytes, _) => bytes[0]),
        new("int8", 1, (bytes, _) => (sbyte)bytes[0]),
        new("int16", 2, (bytes, isBig) => isBig ? BinaryPrimitives.ReadInt16BigEndian(bytes) : BinaryPrimitives.ReadInt16LittleEndian(bytes)),
        new("uint16", 2, (bytes, isBig) => isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
        new("int32", 4, (bytes, isBig) => isBig ? BinaryPrimitives.ReadInt32BigEndian(bytes) : BinaryPrimitives.ReadInt32LittleEndian(bytes)),
        new("float32", 4, (bytes, isBig) => isBig ? BinaryPrimitives.ReadSingleBigEndian(bytes) : BinaryPrimitives.ReadSingleLittleEndian(bytes)),
        new("float64", 8, (bytes, isBig) => isBig ? BinaryPrimitives.ReadDoubleBigEndian(bytes) : BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
    ];

    /// <summary>The type of a name; null where it is not known.</summary>
    public static VoxelType? Find(string name) => All.FirstOrDefault(type => type.Name == name);

    /// <summary>Reads voxels, each times a slope plus an intercept.</summary>
    public float[] ReadAll(ReadOnlySpan<byte> bytes, bool isBigEndian = false, double slope = 1, double intercept = 0)
    {
        var voxels = new float[bytes.Length / Size];
        for (var i = 0; i < voxels.Length; i++)
            voxels[i] = (float)((slope * Read(bytes.Slice(i * Size, Size), isBigEndian)) + intercept);
        return voxels;
    }
}
