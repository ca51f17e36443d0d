namespace SixLabors.ImageSharp.Formats;

/// <summary>How a file stores a pixel.</summary>
public readonly struct PixelTypeInfo
{
    internal PixelTypeInfo(int bitsPerPixel) => BitsPerPixel = bitsPerPixel;

    public int BitsPerPixel { get; }
}
