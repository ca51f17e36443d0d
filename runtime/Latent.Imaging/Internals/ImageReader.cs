using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Latent.Imaging.Internals;

internal static class ImageReader
{
    private const float Full = byte.MaxValue;

    public static void Read(Stream stream, string where, ImageShape shape, ImageFit fit, Span<float> destination)
    {
        if (shape.Channels == 1)
        {
            using var gray = Decode<L8>(stream, where, shape, fit);
            Copy(gray, destination);
        }
        else
        {
            using var colour = Decode<Rgb24>(stream, where, shape, fit);
            Copy(colour, destination);
        }
    }

    private static Image<TPixel> Decode<TPixel>(Stream stream, string where, ImageShape shape, ImageFit fit)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var image = ImageFile.Read(where, () => ImageFileDecoder.Decode<TPixel>(stream, where));
        if (image.Width != shape.Width || image.Height != shape.Height)
            image.Mutate(context => context.Resize(new ResizeOptions { Size = new(shape.Width, shape.Height), Mode = ModeOf(fit) }));
        return image;
    }

    private static ResizeMode ModeOf(ImageFit fit) => fit switch
    {
        ImageFit.Stretch => ResizeMode.Stretch,
        ImageFit.CentreCrop => ResizeMode.Crop,
        _ => throw new ImageException(
            "The image fit is unknown.", nameof(fit), "Stretch or CentreCrop", fit.ToString(), "Use one of these."),
    };

    private static void Copy(Image<L8> image, Span<float> destination)
    {
        var pixels = new L8[image.Width * image.Height];
        image.CopyPixelDataTo(pixels);
        for (var i = 0; i < pixels.Length; i++)
            destination[i] = pixels[i].PackedValue / Full;
    }

    private static void Copy(Image<Rgb24> image, Span<float> destination)
    {
        var plane = image.Width * image.Height;
        var pixels = new Rgb24[plane];
        image.CopyPixelDataTo(pixels);
        for (var i = 0; i < plane; i++)
        {
            destination[i] = pixels[i].R / Full;
            destination[plane + i] = pixels[i].G / Full;
            destination[(2 * plane) + i] = pixels[i].B / Full;
        }
    }
}
