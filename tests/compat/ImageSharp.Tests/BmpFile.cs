using System.Buffers.Binary;

namespace ImageSharpCompat.Tests;

/// <summary>Writes uncompressed bitmaps.</summary>
internal static class BmpFile
{
    public static byte[] Create(int width, int height, ushort bits, byte[] palette, byte[] rows)
    {
        var file = new byte[54 + palette.Length + rows.Length];
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(10), 54 + palette.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(22), height);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(26), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(28), bits);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(34), rows.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(46), palette.Length / 4);
        palette.CopyTo(file.AsSpan(54));
        rows.CopyTo(file.AsSpan(54 + palette.Length));
        return file;
    }
}
