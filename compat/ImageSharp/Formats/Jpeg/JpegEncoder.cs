namespace SixLabors.ImageSharp.Formats.Jpeg;

/// <summary>Writes baseline JPEG.</summary>
public sealed class JpegEncoder : ImageEncoder
{
    private const int DefaultQuality = 75;

    private readonly int? quality;

    /// <summary>1 to 100; 75 when not given.</summary>
    public int? Quality
    {
        get => quality;
        init
        {
            if (value is < 1 or > 100)
                throw new ArgumentException("Quality factor must be in [1..100] range.");
            quality = value;
        }
    }

    /// <summary>Halved colour resolution when not given.</summary>
    public JpegEncodingColor? ColorType { get; init; }

    private protected override byte[] EncodePixels<TPixel>(Image<TPixel> image)
    {
        var channels = ColorType == JpegEncodingColor.Luminance ? 1 : 3;
        return Native.WriteJpeg(Channels(image, channels, depth: 8), quality ?? DefaultQuality, ColorType == JpegEncodingColor.YCbCrRatio444);
    }
}
