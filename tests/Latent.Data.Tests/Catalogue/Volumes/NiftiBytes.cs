using System.Buffers.Binary;

namespace Latent.Data.Tests;

/// <summary>Creates the bytes of NIfTI-1 files.</summary>
internal static class NiftiBytes
{
    public static byte[] Create(short[] sizes, short type, byte[] voxels, float slope = 0, float intercept = 0, bool isBigEndian = false)
    {
        var bytes = new byte[352 + voxels.Length];
        Int(bytes, 0, 348, isBigEndian);
        Short(bytes, 40, (short)sizes.Length, isBigEndian);
        for (var i = 0; i < sizes.Length; i++)
            Short(bytes, 42 + (2 * i), sizes[i], isBigEndian);
        Short(bytes, 70, type, isBigEndian);
        Single(bytes, 108, 352, isBigEndian);
        Single(bytes, 112, slope, isBigEndian);
        Single(bytes, 116, intercept, isBigEndian);
        "n+1\0"u8.CopyTo(bytes.AsSpan(344));
        voxels.CopyTo(bytes, 352);
        return bytes;
    }

    private static void Int(byte[] bytes, int position, int value, bool isBig) =>
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(position), isBig ? BinaryPrimitives.ReverseEndianness(value) : value);

    private static void Single(byte[] bytes, int position, float value, bool isBig)
        => Int(bytes, position, BitConverter.SingleToInt32Bits(value), isBig);

    private static void Short(byte[] bytes, int position, short value, bool isBig) =>
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(position), isBig ? BinaryPrimitives.ReverseEndianness(value) : value);
}
