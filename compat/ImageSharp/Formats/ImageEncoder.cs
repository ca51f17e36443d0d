using System.Runtime.InteropServices;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Formats;

/// <summary>Turns pixels into rows of channels and writes what the codec makes of them.</summary>
public abstract class ImageEncoder : IImageEncoder
{
    private protected ImageEncoder()
    {
    }

    public void Encode<TPixel>(Image<TPixel> image, Stream stream)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(EncodePixels(image));
    }

    private protected abstract byte[] EncodePixels<TPixel>(Image<TPixel> image)
        where TPixel : unmanaged, IPixel<TPixel>;

    private protected static DecodedImage Channels<TPixel>(Image<TPixel> image, int channels, int depth)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var bytes = (channels, depth) switch
        {
            (1, 16) => As<TPixel, L16>(image),
            (1, _) => As<TPixel, L8>(image),
            (3, _) => As<TPixel, Rgb24>(image),
            _ => As<TPixel, Rgba32>(image),
        };
        return new DecodedImage(new ImageHeader(image.Width, image.Height, channels, depth), bytes);
    }

    private static byte[] As<TPixel, TTarget>(Image<TPixel> image)
        where TPixel : unmanaged, IPixel<TPixel>
        where TTarget : unmanaged, IPixel<TTarget> =>
        typeof(TPixel) == typeof(TTarget)
            ? MemoryMarshal.AsBytes(image.Pixels).ToArray()
            : MemoryMarshal.AsBytes(image.CloneAs<TTarget>().Pixels).ToArray();
}
