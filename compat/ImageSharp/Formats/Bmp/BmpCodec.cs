namespace SixLabors.ImageSharp.Formats.Bmp;

/// <summary>Reads uncompressed bitmaps with a palette of 1, 4 or 8 bits, and those of 24 and 32 bits.</summary>
internal sealed class BmpCodec : ICodec
{
    public IImageFormat Format => BmpFormat.Instance;

    public string DecoderName => "BmpDecoder";

    public bool Recognizes(ReadOnlySpan<byte> data) => data.StartsWith("BM"u8);

    public IImageEncoder? CreateEncoder() => null;

    public ImageHeader ReadHeader(ReadOnlySpan<byte> data) => BmpHeader.Read(data).Image;

    public DecodedImage Decode(ReadOnlySpan<byte> data)
    {
        var bmp = BmpHeader.Read(data);
        var rows = bmp.Rows(data);
        var palette = bmp.Palette(data);
        var pixels = new byte[bmp.Image.ByteCount];
        for (var y = 0; y < bmp.Image.Height; y++)
        {
            var row = rows.Slice(y * bmp.Stride, bmp.Stride);
            var line = bmp.IsTopDown ? y : bmp.Image.Height - 1 - y;
            DecodeRow(row, palette, bmp.BitsPerPixel, pixels.AsSpan(line * bmp.Image.Width * 3, bmp.Image.Width * 3));
        }

        return new DecodedImage(bmp.Image, pixels);
    }

    private static void DecodeRow(ReadOnlySpan<byte> row, ReadOnlySpan<byte> palette, int bits, Span<byte> target)
    {
        for (var x = 0; x < target.Length / 3; x++)
        {
            var colour = bits >= 24 ? row[(x * bits / 8)..] : PaletteColour(palette, (row[x * bits / 8] >> (8 - bits - (x * bits % 8))) & ((1 << bits) - 1));
            (target[3 * x], target[(3 * x) + 1], target[(3 * x) + 2]) = (colour[2], colour[1], colour[0]);
        }
    }

    // Indices beyond the palette are black, as in genuine decoders.
    private static ReadOnlySpan<byte> PaletteColour(ReadOnlySpan<byte> palette, int index) =>
        (4 * index) + 4 <= palette.Length ? palette[(4 * index)..] : [0, 0, 0, 0];
}
