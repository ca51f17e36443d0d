using System.Globalization;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Bmp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;

namespace Latent.Imaging.Internals;

/// <summary>Decodes PNG, JPEG and BMP only, and checks the header against limits before it decodes pixels.</summary>
internal static class ImageFileDecoder
{
    /// <summary>The maximum number of pixels of an image: about three times that of a large camera, 300 MB decoded in colour.</summary>
    public const int MaxPixels = 100_000_000;

    private const int MaxBufferMegabytes = 1024;
    private const int GrayJpegBits = 8;

    private static readonly Configuration Configuration = new(
        new PngConfigurationModule(),
        new JpegConfigurationModule(),
        new BmpConfigurationModule())
    {
        MemoryAllocator = MemoryAllocator.Create(new MemoryAllocatorOptions { AllocationLimitMegabytes = MaxBufferMegabytes }),
    };

    /// <summary>Reads the header of an image: 1 channel when it stores gray, 3 otherwise.</summary>
    public static ImageShape Identify(Stream stream, string where)
    {
        var info = Image.Identify(Configuration, stream, out var format)
            ?? throw new UnknownImageFormatException("another format, or a damaged header");
        if ((long)info.Width * info.Height > MaxPixels)
        {
            throw new ImageException(
                "The image has too many pixels.", where,
                string.Create(CultureInfo.InvariantCulture, $"at most {MaxPixels:N0} pixels"),
                string.Create(CultureInfo.InvariantCulture, $"{info.Width} x {info.Height}"),
                "Crop it, or save it smaller.");
        }
        return new ImageShape(IsGray(info, format) ? 1 : 3, info.Height, info.Width);
    }

    /// <summary>Decodes an image whose header passes <see cref="Identify"/>.</summary>
    public static Image<TPixel> Decode<TPixel>(Stream stream, string where)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        using var buffer = stream.CanSeek ? null : new MemoryStream();
        if (buffer is not null)
        {
            stream.CopyTo(buffer);
            buffer.Position = 0;
        }
        var source = buffer ?? stream;
        var start = source.Position;
        Identify(source, where);
        source.Position = start;
        return Image.Load<TPixel>(Configuration, source);
    }

    private static bool IsGray(IImageInfo info, IImageFormat format) => format switch
    {
        PngFormat => info.Metadata.GetPngMetadata().ColorType is PngColorType.Grayscale or PngColorType.GrayscaleWithAlpha,
        JpegFormat => info.PixelType.BitsPerPixel == GrayJpegBits,
        _ => false,
    };
}
