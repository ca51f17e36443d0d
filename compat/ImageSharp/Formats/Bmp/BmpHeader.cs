using System.Buffers.Binary;

namespace SixLabors.ImageSharp.Formats.Bmp;

/// <summary>Where the pixels of a bitmap lie.</summary>
internal sealed record BmpHeader(ImageHeader Image, int BitsPerPixel, bool IsTopDown, uint Offset, uint InfoSize, uint Colours)
{
    private const int FileHeaderSize = 14;
    private const int SmallestInfoSize = 40;

    public int Stride => (int)(((((long)Image.Width * BitsPerPixel) + 31) / 32) * 4);

    public static BmpHeader Read(ReadOnlySpan<byte> data)
    {
        if (data.Length < FileHeaderSize + SmallestInfoSize)
            throw new InvalidImageContentException("Could not read the bitmap's header.");

        var infoSize = BinaryPrimitives.ReadUInt32LittleEndian(data[14..]);
        int height = BinaryPrimitives.ReadInt32LittleEndian(data[22..]), bits = BinaryPrimitives.ReadUInt16LittleEndian(data[28..]);
        var compression = BinaryPrimitives.ReadUInt32LittleEndian(data[30..]);
        if (infoSize < SmallestInfoSize || compression != 0 || bits is not (1 or 4 or 8 or 24 or 32))
            throw new NotSupportedException($"ImageSharp does not support this BMP file. HeaderSize is '{infoSize}'.");

        var header = new ImageHeader(BinaryPrimitives.ReadInt32LittleEndian(data[18..]), height == int.MinValue ? 0 : Math.Abs(height), 3, 8);
        return new BmpHeader(
            header.ThrowIfImplausible(data.Length, largestRatio: 24),
            bits,
            height < 0,
            BinaryPrimitives.ReadUInt32LittleEndian(data[10..]),
            infoSize,
            BinaryPrimitives.ReadUInt32LittleEndian(data[46..]));
    }

    public ReadOnlySpan<byte> Rows(ReadOnlySpan<byte> data)
    {
        if (Offset > data.Length)
            throw new InvalidImageContentException("Invalid file header offset found. Offset is greater than the stream length.");
        if ((long)Stride * Image.Height > data.Length - Offset)
            throw new InvalidImageContentException("Could not read enough data for a pixel row!");
        return data[(int)Offset..];
    }

    public ReadOnlySpan<byte> Palette(ReadOnlySpan<byte> data)
    {
        if (BitsPerPixel > 8)
            return [];

        var count = Colours is 0 or > 256 ? 1L << BitsPerPixel : Colours;
        var start = FileHeaderSize + (long)InfoSize;
        if (start + (4 * count) > data.Length)
            throw new InvalidImageContentException("Could not read enough data for the palette!");
        return data.Slice((int)start, (int)(4 * count));
    }
}
