using Latent.Imaging.Internals;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Latent.Imaging;

/// <summary>Draws many images on one sheet, the usual way to look at samples and reconstructions.</summary>
public static class ImageGrid
{
    /// <summary>
    /// Draws images from left to right, row by row, separated by one gray pixel, and writes the sheet as PNG
    /// (as <see cref="ImageTensor"/> does).
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="images">One or more images, one after another: count x <see cref="ImageShape.Size"/> values from 0 to 1.</param>
    /// <param name="shape">Shape of one image; 1 or 3 channels.</param>
    /// <param name="columns">Images per row, at least 1; fewer images make a narrower sheet.</param>
    /// <param name="scale">Side of the square that represents one pixel; at least 1.</param>
    /// <exception cref="ImageException">
    /// The values are not a whole number of images, an argument is out of range, or the file cannot be written.
    /// </exception>
    public static void Save(string path, ReadOnlySpan<float> images, ImageShape shape, int columns, int scale = 2)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var image = Draw(path, images, shape, columns, scale);
        ImageFile.Write(path, image);
    }

    /// <summary>Same as <see cref="Save(string, ReadOnlySpan{float}, ImageShape, int, int)"/>, to a stream, which stays open.</summary>
    /// <param name="stream">Receives the PNG.</param>
    /// <param name="images">One or more images, one after another: count x <see cref="ImageShape.Size"/> values from 0 to 1.</param>
    /// <param name="shape">Shape of one image; 1 or 3 channels.</param>
    /// <param name="columns">Images per row, at least 1; fewer images make a narrower sheet.</param>
    /// <param name="scale">Side of the square that represents one pixel; at least 1.</param>
    /// <exception cref="ImageException">The values are not a whole number of images, or an argument is out of range.</exception>
    public static void Save(Stream stream, ReadOnlySpan<float> images, ImageShape shape, int columns, int scale = 2)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var image = Draw("a stream", images, shape, columns, scale);
        image.SaveAsPng(stream);
    }

    /// <summary>
    /// Draws rows of originals, each above the row of its reconstructions, and writes the sheet as PNG. A wider line separates
    /// each pair of rows from the next.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="originals">One or more images, one after another: count x <see cref="ImageShape.Size"/> values from 0 to 1.</param>
    /// <param name="reconstructions">As many images, in the same order.</param>
    /// <param name="shape">Shape of one image; 1 or 3 channels.</param>
    /// <param name="columns">Images per row, at least 1; fewer images make a narrower sheet.</param>
    /// <param name="scale">Side of the square that represents one pixel; at least 1.</param>
    /// <exception cref="ImageException">
    /// The values are not a whole number of images, the numbers of originals and reconstructions differ, an argument is out of range,
    /// or the file cannot be written.
    /// </exception>
    public static void SavePairs(
        string path, ReadOnlySpan<float> originals, ReadOnlySpan<float> reconstructions, ImageShape shape, int columns, int scale = 2)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var count = Shapes.RequireMany(Shapes.Require(shape), originals.Length, nameof(originals));
        Shapes.RequireLength(reconstructions.Length, originals.Length, nameof(reconstructions));
        var sheet = Sheet.For(shape, count, columns, scale, rowsInGroup: 2);
        using var image = sheet.Create(path);
        for (var i = 0; i < count; i++)
        {
            var (row, column) = (2 * (i / columns), i % columns);
            sheet.Draw(image, originals.Slice(i * shape.Size, shape.Size), row, column, path);
            sheet.Draw(image, reconstructions.Slice(i * shape.Size, shape.Size), row + 1, column, path);
        }

        ImageFile.Write(path, image);
    }

    private static Image<Rgb24> Draw(string where, ReadOnlySpan<float> images, ImageShape shape, int columns, int scale)
    {
        var count = Shapes.RequireMany(Shapes.Require(shape), images.Length, nameof(images));
        var sheet = Sheet.For(shape, count, columns, scale, rowsInGroup: 1);
        var image = sheet.Create(where);
        for (var i = 0; i < count; i++)
            sheet.Draw(image, images.Slice(i * shape.Size, shape.Size), row: i / columns, column: i % columns, where);
        return image;
    }
}
