using System.Buffers.Binary;

namespace Latent.Data;

/// <summary>The data type of a voxel in a file.</summary>
/// <param name="Name">The NumPy dtype.</param>
/// <param name="Size">Bytes per voxel.</param>
/// <param name="Read">Reads one voxel; the flag selects big-endian byte order.</param>
internal sealed record VoxelType(string Name, int Size, VoxelType.Reader Read)
{
    /// <summary>Reads a voxel from its bytes.</summary>
    public delegate double Reader(ReadOnlySpan<byte> bytes, bool isBigEndian);

    /// <summary>The supported types.</summary>
    public static IReadOnlyList<VoxelType> All { get; } =
    [
        new("uint8", 1, (bytes, _) => bytes[0]),
        new("int8", 1, (bytes, _) => (sbyte)bytes[0]),
        new(
            "int16",
            2,
            (bytes, isBig) => isBig ? BinaryPrimitives.ReadInt16BigEndian(bytes) : BinaryPrimitives.ReadInt16LittleEndian(bytes)),
        new(
            "uint16",
            2,
            (bytes, isBig) => isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
        new(
            "int32",
            4,
            (bytes, isBig) => isBig ? BinaryPrimitives.ReadInt32BigEndian(bytes) : BinaryPrimitives.ReadInt32LittleEndian(bytes)),
        new(
            "float32",
            4,
            (bytes, isBig) => isBig ? BinaryPrimitives.ReadSingleBigEndian(bytes) : BinaryPrimitives.ReadSingleLittleEndian(bytes)),
        new(
            "float64",
            8,
            (bytes, isBig) => isBig ? BinaryPrimitives.ReadDoubleBigEndian(bytes) : BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
    ];

    /// <summary>Returns the type with the given name; null if it is not supported.</summary>
    public static VoxelType? Find(string name) => All.FirstOrDefault(type => type.Name == name);

    /// <summary>Reads voxels and scales each as slope x value + intercept.</summary>
    public float[] ReadAll(ReadOnlySpan<byte> bytes, bool isBigEndian = false, double slope = 1, double intercept = 0)
    {
        var voxels = new float[bytes.Length / Size];
        for (var i = 0; i < voxels.Length; i++)
            voxels[i] = (float)((slope * Read(bytes.Slice(i * Size, Size), isBigEndian)) + intercept);
        return voxels;
    }
}
