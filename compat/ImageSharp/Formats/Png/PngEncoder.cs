using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>Writes PNG: grey for grey pixel types, colour for colour ones.</summary>
public class PngEncoder : ImageEncoder
{
    public PngCompressionLevel CompressionLevel { get; init; } = PngCompressionLevel.DefaultCompression;

    private protected override byte[] EncodePixels<TPixel>(Image<TPixel> image)
    {
        var (channels, depth) = default(TPixel) switch
        {
            L8 => (1, 8),
            L16 => (1, 16),
            Rgb24 => (3, 8),
            _ => (4, 8),
        };
        return Native.WritePng(Channels(image, channels, depth), (int)CompressionLevel);
    }
}
