using System.Buffers.Binary;
using Latent.Files;

namespace Latent.Data;

/// <summary>
/// Reads volumes in the NIfTI-1 format (Cox et al., "A (sort of) new image data format standard: NIfTI-1", 2004), from a single
/// file, <c>.nii</c> or <c>.nii.gz</c>, in either byte order.
/// </summary>
internal static class NiftiFile
{
    // Field offsets of the NIfTI-1 header: magic, dim, datatype, vox_offset, scl_slope and scl_inter.
    private const int HeaderSize = 348;
    private const int MagicOffset = 344;
    private const int SizesOffset = 40;
    private const int TypeOffset = 70;
    private const int VoxelOffsetField = 108;
    private const int SlopeOffset = 112;
    private const int InterceptOffset = 116;

    private static readonly IReadOnlyDictionary<int, string> Types = new Dictionary<int, string>
    {
        [2] = "uint8",
        [4] = "int16",
        [8] = "int32",
        [16] = "float32",
        [64] = "float64",
        [256] = "int8",
        [512] = "uint16",
    };

    /// <summary>Reads the volume of a file.</summary>
    /// <exception cref="DataException">The file is missing, not a NIfTI-1 file, truncated, or of an unsupported type.</exception>
    public static Volume Read(string path)
    {
        using var stream = PlainFile.Open(path);
        var header = PlainFile.Read(stream, path, HeaderSize).Span;
        var isBig = IsBigEndian(header, path);
        var (depth, height, width) = SizesOf(header, isBig, path);
        var type = TypeOf(header, isBig, path);
        var count = Volume.Count([depth, height, width], path);
        PlainFile.Read(stream, path, BodyOffset(header, isBig, path) - HeaderSize);

        var length = (long)count * type.Size;
        var body = PlainFile.Read(stream, path, length);
        if (body.Length < length)
        {
            throw new DataException(
                "The file is truncated.", path, $"{length} bytes of voxels", $"{body.Length}", "Fetch or copy the file again.");
        }

        var slope = Single(header, SlopeOffset, isBig);
        return new Volume(depth, height, width, slope is 0 || !float.IsFinite(slope)
            ? type.ReadAll(body.Span, isBig)
            : type.ReadAll(body.Span, isBig, slope, Single(header, InterceptOffset, isBig)));
    }

    private static bool IsBigEndian(ReadOnlySpan<byte> header, string path)
    {
        if (header.Length < HeaderSize || !header[MagicOffset..].SequenceEqual("n+1\0"u8))
        {
            throw new DataException(
                "This is not a NIfTI-1 file.",
                path,
                $"a header of {HeaderSize} bytes that ends in n+1",
                header.Length < HeaderSize ? $"{header.Length} bytes" : "a different ending",
                "Provide a single .nii or .nii.gz file.");
        }

        return BinaryPrimitives.ReadInt32LittleEndian(header) != HeaderSize;
    }

    private static (int Depth, int Height, int Width) SizesOf(ReadOnlySpan<byte> header, bool isBig, string path)
    {
        var sizes = new int[8];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = Short(header, SizesOffset + (2 * i), isBig);
        var rank = sizes[0];
        if (rank is < 3 or > 7 || sizes[4..(rank + 1)].Any(size => size != 1))
        {
            throw new DataException(
                "The file does not contain exactly one volume.",
                path,
                "three dimensions",
                $"{rank}: {string.Join(" x ", sizes.Skip(1).Take(Math.Clamp(rank, 0, 7)))}",
                "Extract one volume from the series.");
        }

        return (sizes[3], sizes[2], sizes[1]);
    }

    private static VoxelType TypeOf(ReadOnlySpan<byte> header, bool isBig, string path)
    {
        var code = Short(header, TypeOffset, isBig);
        return Types.TryGetValue(code, out var name) ? VoxelType.Find(name)! : throw new DataException(
            "The voxel type is not supported.",
            path,
            string.Join(", ", Types.Select(type => $"{type.Key} ({type.Value})")),
            $"{code}",
            "Convert the volume to one of these types.");
    }

    private static int BodyOffset(ReadOnlySpan<byte> header, bool isBig, string path)
    {
        var offset = Single(header, VoxelOffsetField, isBig);
        return offset is >= HeaderSize and < 1 << 24 ? (int)offset : throw new DataException(
            "The offset of the voxels is implausible.",
            path,
            $"byte {HeaderSize} to {1 << 24}",
            $"{offset}",
            "Check that the file is complete.");
    }

    private static short Short(ReadOnlySpan<byte> header, int position, bool isBig) =>
        isBig ? BinaryPrimitives.ReadInt16BigEndian(header[position..]) : BinaryPrimitives.ReadInt16LittleEndian(header[position..]);

    private static float Single(ReadOnlySpan<byte> header, int position, bool isBig) =>
        isBig ? BinaryPrimitives.ReadSingleBigEndian(header[position..]) : BinaryPrimitives.ReadSingleLittleEndian(header[position..]);
}
