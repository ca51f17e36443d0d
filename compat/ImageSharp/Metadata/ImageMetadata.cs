using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Png;

namespace SixLabors.ImageSharp.Metadata;

/// <summary>What a file says beside its pixels.</summary>
public sealed class ImageMetadata
{
    internal ImageMetadata(IImageFormat format, ImageHeader header)
    {
        DecodedImageFormat = format;
        Png = new PngMetadata
        {
            ColorType = header.Channels switch
            {
                1 => PngColorType.Grayscale,
                2 => PngColorType.GrayscaleWithAlpha,
                3 => PngColorType.Rgb,
                _ => PngColorType.RgbWithAlpha,
            },
        };
    }

    public IImageFormat? DecodedImageFormat { get; }

    internal PngMetadata Png { get; }
}
