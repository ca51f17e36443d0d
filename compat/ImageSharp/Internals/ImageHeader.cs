namespace SixLabors.ImageSharp;

/// <summary>Size of a picture, channels a pixel and bits a channel.</summary>
internal readonly record struct ImageHeader(int Width, int Height, int Channels, int Depth)
{
    private const long LargestImage = 1L << 30;
    private const long AlwaysAllowed = 1L << 24;

    public long ByteCount => (long)Width * Height * Channels * (Depth / 8);

    /// <summary>Refuses sizes that a file of this length cannot fill, before any memory is taken for them.</summary>
    public ImageHeader ThrowIfImplausible(long fileLength, long largestRatio)
    {
        var isImplausible = Width <= 0 || Height <= 0
            || ByteCount > LargestImage
            || (ByteCount > AlwaysAllowed && ByteCount / largestRatio > fileLength);
        return isImplausible ? throw InvalidImageContentException.TooLarge(Width, Height) : this;
    }
}
