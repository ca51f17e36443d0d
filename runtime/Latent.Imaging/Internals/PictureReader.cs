using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Latent.Imaging.Internals;

internal static class PictureReader
{
    private const float Full = byte.MaxValue;

    public static void Read(Stream stream, string where, ImageShape shape, Span<float> destination)
    {
        if (shape.Channels == 1)
        {
            using var grey = Decode<L8>(stream, where, shape);
            Copy(grey, destination);
        }
        else
        {
            using var colour = Decode<Rgb24>(stream, where, shape);
            Copy(colour, destination);
        }
    }

    private static Image<TPixel> Decode<TPixel>(Stream stream, string where, ImageShape shape)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var image = PictureFile.Read(where, () => Image.Load<TPixel>(stream));
        if (image.Width != shape.Width || image.Height != shape.Height)
            image.Mutate(context => context.Resize(shape.Width, shape.Height));
        return image;
    }

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
