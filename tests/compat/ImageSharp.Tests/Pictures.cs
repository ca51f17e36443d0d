using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace ImageSharpCompat.Tests;

/// <summary>Test pictures, drawn by formulas.</summary>
internal static class Pictures
{
    public static Image<L8> Grey(int width, int height)
    {
        var image = new Image<L8>(width, height);
        Fill(image, (x, y) => new L8((byte)((x * 7) + (y * 13))));
        return image;
    }

    public static Image<Rgb24> Smooth(int width, int height)
    {
        var image = new Image<Rgb24>(width, height);
        Fill(image, (x, y) => new Rgb24((byte)(255 * x / width), (byte)(255 * y / height), 100));
        return image;
    }

    public static Image<L8> Row(params byte[] values) =>
        Image.LoadPixelData<L8>(Array.ConvertAll(values, value => new L8(value)), values.Length, 1);

    public static byte[] Values(Image<L8> image)
    {
        var values = new byte[image.Width * image.Height];
        image.CopyPixelDataTo(values);
        return values;
    }

    public static void Fill<TPixel>(Image<TPixel> image, Func<int, int, TPixel> colour)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
                image[x, y] = colour(x, y);
        }
    }

    public static byte[] Png(Image image)
    {
        using var stream = new MemoryStream();
        image.SaveAsPng(stream);
        return stream.ToArray();
    }
}
