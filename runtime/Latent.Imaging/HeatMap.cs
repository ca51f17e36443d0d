using Latent.Imaging.Internals;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Latent.Imaging;

/// <summary>Shows where in a picture the reconstruction errs.</summary>
public static class HeatMap
{
    private const float Full = byte.MaxValue;

    /// <summary>
    /// Lays an error map over a grey copy of the picture and writes it as PNG. A pixel without error stays as it is; the
    /// larger the error, the more it takes the colour of the map, which runs from black over purple and orange to light yellow.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="picture"><see cref="ImageShape.Size"/> values from 0 to 1, channels first.</param>
    /// <param name="errors">
    /// Errors that are not negative, in any unit: one a pixel (height x width), or one a value (<see cref="ImageShape.Size"/>), of
    /// which the mean over the channels is shown.
    /// </param>
    /// <param name="shape">Shape of the picture; 1 or 3 channels.</param>
    /// <param name="scale">Side of the square that one pixel becomes; at least 1.</param>
    /// <param name="maximum">
    /// The error that gets the brightest colour, larger ones too; by default the largest error of this picture. Give one to
    /// compare several pictures.
    /// </param>
    /// <exception cref="ImageException">The number of values is another, an argument is out of range, a value is not a number, or the file cannot be written.</exception>
    public static void Save(
        string path, ReadOnlySpan<float> picture, ReadOnlySpan<float> errors, ImageShape shape, int scale = 4, float? maximum = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var image = Draw(path, picture, errors, shape, scale, maximum);
        ImageFile.Write(path, image);
    }

    /// <summary>
    /// As <see cref="Save(string, ReadOnlySpan{float}, ReadOnlySpan{float}, ImageShape, int, float?)"/>, to a stream, which stays open.
    /// </summary>
    /// <param name="stream">Receives the PNG.</param>
    /// <param name="picture"><see cref="ImageShape.Size"/> values from 0 to 1, channels first.</param>
    /// <param name="errors">Errors that are not negative, one a pixel or one a value.</param>
    /// <param name="shape">Shape of the picture; 1 or 3 channels.</param>
    /// <param name="scale">Side of the square that one pixel becomes; at least 1.</param>
    /// <param name="maximum">The error that gets the brightest colour; by default the largest error of this picture.</param>
    /// <exception cref="ImageException">The number of values is another, an argument is out of range, or a value is not a number.</exception>
    public static void Save(
        Stream stream, ReadOnlySpan<float> picture, ReadOnlySpan<float> errors, ImageShape shape, int scale = 4, float? maximum = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var image = Draw("a stream", picture, errors, shape, scale, maximum);
        image.SaveAsPng(stream);
    }

    private static Image<Rgb24> Draw(string where, ReadOnlySpan<float> picture, ReadOnlySpan<float> errors, ImageShape shape, int scale, float? maximum)
    {
        Shapes.RequirePositive(scale, nameof(scale));
        var colours = Blend(picture, errors, shape, where, maximum);
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

    /// <summary>The same as a picture of three channels, to be drawn with others (<see cref="ImageGrid"/>).</summary>
    /// <param name="image"><see cref="ImageShape.Size"/> values from 0 to 1, channels first.</param>
    /// <param name="errors">Errors that are not negative, one a pixel or one a value.</param>
    /// <param name="shape">Shape of the picture; 1 or 3 channels.</param>
    /// <param name="maximum">The error that gets the brightest colour; by default the largest error of this picture.</param>
    /// <returns>3 x height x width values from 0 to 1, channels first.</returns>
    /// <exception cref="ImageException">The number of values is another, or a value is not a number.</exception>
    public static float[] Draw(ReadOnlySpan<float> image, ReadOnlySpan<float> errors, ImageShape shape, float? maximum = null)
    {
        var colours = Blend(image, errors, shape, nameof(image), maximum);
        var sampled = new float[3 * colours.Length];
        for (var i = 0; i < colours.Length; i++)
        {
            sampled[i] = colours[i].R / Full;
            sampled[colours.Length + i] = colours[i].G / Full;
            sampled[(2 * colours.Length) + i] = colours[i].B / Full;
        }

        return sampled;
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
