using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Latent.Imaging.Internals;

internal static class ImageWriter
{
    public static Image ToImage(ReadOnlySpan<float> pixels, ImageShape shape, string path) =>
        shape.Channels == 1
            ? Image.LoadPixelData<L8>(ToGray(pixels, path), shape.Width, shape.Height)
            : Image.LoadPixelData<Rgb24>(ToColour(pixels, path), shape.Width, shape.Height);

    public static L8[] ToGray(ReadOnlySpan<float> pixels, string path)
    {
        var gray = new L8[pixels.Length];
        for (var i = 0; i < gray.Length; i++)
            gray[i] = new L8(ToByte(pixels[i], path));
        return gray;
    }

    public static Rgb24[] ToColour(ReadOnlySpan<float> pixels, string path)
    {
        var plane = pixels.Length / 3;
        var colour = new Rgb24[plane];
        for (var i = 0; i < plane; i++)
            colour[i] = new Rgb24(ToByte(pixels[i], path), ToByte(pixels[plane + i], path), ToByte(pixels[(2 * plane) + i], path));
        return colour;
    }

    private static byte ToByte(float value, string path)
    {
        if (float.IsNaN(value))
            throw new ImageException(
                "A pixel is not a number.", path, "values from 0 to 1", "NaN", "Check the model's output before drawing it.");
        return (byte)((Math.Clamp(value, 0F, 1F) * byte.MaxValue) + 0.5F);
    }
}
