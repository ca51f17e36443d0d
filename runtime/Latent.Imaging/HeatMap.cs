using Latent.Imaging.Internals;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Latent.Imaging;

/// <summary>Draws heat maps of the reconstruction error over an image.</summary>
public static class HeatMap
{
    private const float Full = byte.MaxValue;

    /// <summary>
    /// Overlays an error map on a gray copy of the image and writes it as PNG. A pixel without error is unchanged; the larger the
    /// error, the more the pixel takes the colour of the map, which runs from black through purple and orange to light yellow.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="pixels"><see cref="ImageShape.Size"/> values from 0 to 1, channels first.</param>
    /// <param name="errors">
    /// Non-negative errors in any unit: one per pixel (height x width), or one per value (<see cref="ImageShape.Size"/>), averaged
    /// over the channels.
    /// </param>
    /// <param name="shape">Shape of the image; 1 or 3 channels.</param>
    /// <param name="scale">Side of the square that represents one pixel; at least 1.</param>
    /// <param name="maximum">
    /// The error shown in the brightest colour, as are larger ones. Default: the largest error of this image. Set it to compare
    /// several images.
    /// </param>
    /// <exception cref="ImageException">
    /// The number of values does not match the shape, an argument is out of range, a value is not a number, or the file cannot be written.
    /// </exception>
    public static void Save(
        string path, ReadOnlySpan<float> pixels, ReadOnlySpan<float> errors, ImageShape shape, int scale = 4, float? maximum = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var image = Draw(path, pixels, errors, shape, scale, maximum);
        ImageFile.Write(path, image);
    }

    /// <summary>
    /// Same as <see cref="Save(string, ReadOnlySpan{float}, ReadOnlySpan{float}, ImageShape, int, float?)"/>, to a stream, which stays
    /// open.
    /// </summary>
    /// <param name="stream">Receives the PNG.</param>
    /// <param name="pixels"><see cref="ImageShape.Size"/> values from 0 to 1, channels first.</param>
    /// <param name="errors">Non-negative errors, one per pixel or one per value.</param>
    /// <param name="shape">Shape of the image; 1 or 3 channels.</param>
    /// <param name="scale">Side of the square that represents one pixel; at least 1.</param>
    /// <param name="maximum">The error shown in the brightest colour. Default: the largest error of this image.</param>
    /// <exception cref="ImageException">
    /// The number of values does not match the shape, an argument is out of range, or a value is not a number.
    /// </exception>
    public static void Save(
        Stream stream, ReadOnlySpan<float> pixels, ReadOnlySpan<float> errors, ImageShape shape, int scale = 4, float? maximum = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var image = Draw("a stream", pixels, errors, shape, scale, maximum);
        image.SaveAsPng(stream);
    }

    private static Image<Rgb24> Draw(
        string where, ReadOnlySpan<float> pixels, ReadOnlySpan<float> errors, ImageShape shape, int scale, float? maximum)
    {
        Shapes.RequirePositive(scale, nameof(scale));
        var colours = Blend(pixels, errors, shape, where, maximum);
        var image = Sheet.CreateImage(checked(shape.Width * scale), checked(shape.Height * scale), default, where);
        image.ProcessPixelRows(rows =>
        {
            for (var y = 0; y < rows.Height; y++)
            {
                var row = rows.GetRowSpan(y);
                for (var x = 0; x < row.Length; x++)
                    row[x] = colours[(y / scale * shape.Width) + (x / scale)];
            }
        });
        return image;
    }

    /// <summary>Returns the same heat map as an image of three channels, to show next to others (<see cref="ImageGrid"/>).</summary>
    /// <param name="image"><see cref="ImageShape.Size"/> values from 0 to 1, channels first.</param>
    /// <param name="errors">Non-negative errors, one per pixel or one per value.</param>
    /// <param name="shape">Shape of the image; 1 or 3 channels.</param>
    /// <param name="maximum">The error shown in the brightest colour. Default: the largest error of this image.</param>
    /// <returns>3 x height x width values from 0 to 1, channels first.</returns>
    /// <exception cref="ImageException">The number of values does not match the shape, or a value is not a number.</exception>
    public static float[] Draw(ReadOnlySpan<float> image, ReadOnlySpan<float> errors, ImageShape shape, float? maximum = null)
    {
        var colours = Blend(image, errors, shape, nameof(image), maximum);
        var map = new float[3 * colours.Length];
        for (var i = 0; i < colours.Length; i++)
        {
            map[i] = colours[i].R / Full;
            map[colours.Length + i] = colours[i].G / Full;
            map[(2 * colours.Length) + i] = colours[i].B / Full;
        }

        return map;
    }

    private static Rgb24[] Blend(ReadOnlySpan<float> image, ReadOnlySpan<float> errors, ImageShape shape, string where, float? maximum)
    {
        Shapes.RequireOne(Shapes.Require(shape), image.Length, nameof(image));
        var map = ErrorMap.Compute(errors, shape, maximum);
        using var gray = ImageWriter.ToImage(image, shape, where).CloneAs<L8>();
        var pixels = new L8[map.Length];
        gray.CopyPixelDataTo(pixels);
        return [.. pixels.Zip(map, (pixel, error) => HeatColors.Blend(pixel.PackedValue, error))];
    }
}
