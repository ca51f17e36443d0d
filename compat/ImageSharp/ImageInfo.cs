using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Metadata;

namespace SixLabors.ImageSharp;

/// <summary>What a file says of its picture before the pixels are decoded.</summary>
public class ImageInfo
{
    internal ImageInfo(IImageFormat format, ImageHeader header)
    {
        Size = new Size(header.Width, header.Height);
        PixelType = new PixelTypeInfo(header.Channels * header.Depth);
        Metadata = new ImageMetadata(format, header);
    }

    public Size Size { get; }

    public int Width => Size.Width;

    public int Height => Size.Height;

    public Rectangle Bounds => new(0, 0, Width, Height);

    public PixelTypeInfo PixelType { get; }

    public ImageMetadata Metadata { get; }
}
