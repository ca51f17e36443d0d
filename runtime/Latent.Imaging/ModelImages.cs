using Latent.Bundles;
using Latent.Imaging.Internals;

namespace Latent.Imaging;

/// <summary>
/// Converts image files to rows of a model and back, in the shape and value range that the bundle's manifest states. Immutable.
/// </summary>
/// <example>
/// <code>
/// using var model = Autoencoder.Load("models/mnist-vae");
/// var images = ModelImages.From(model.Manifest);
/// var row = images.Load("part.png", ImageFit.CentreCrop);
/// var scores = model.Score(row, withErrors: true);
/// images.SaveHeatMap("where.png", row, scores.Errors);
/// </code>
/// </example>
public sealed class ModelImages
{
    private readonly float lowest;
    private readonly float width;

    private ModelImages(ImageShape shape, double lowest, double highest)
        => (Shape, this.lowest, width) = (shape, (float)lowest, (float)(highest - lowest));

    /// <summary>The shape of a row as an image.</summary>
    public ImageShape Shape { get; }

    /// <summary>Reads the image shape and value range of a model from its manifest.</summary>
    /// <param name="manifest">The manifest; without a value range, values run from 0 to 1.</param>
    /// <returns>The converter.</returns>
    /// <exception cref="ImageException">The model does not take images, or its images have neither 1 nor 3 channels.</exception>
    public static ModelImages From(BundleManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        if (manifest.Input.Image is not { } image)
            throw new ImageException(
                "The model does not take images.", $"model '{manifest.Name}'", "input.image in bundle.json", "none",
                "Choose a bundle that was trained on images.");

        var range = manifest.Input.Range;
        return new(Shapes.Require(new(image.Channels, image.Height, image.Width)), range?[0] ?? 0, range?[1] ?? 1);
    }

    /// <summary>Reads an image, converted to the model's channels and size (see <see cref="ImageTensor"/>).</summary>
    /// <param name="path">The file: PNG, JPEG or BMP.</param>
    /// <param name="fit">How an image with another aspect ratio is fitted. Default: it is stretched.</param>
    /// <returns>One row, in the model's range of values.</returns>
    /// <exception cref="ImageException">The file is missing or is not an image.</exception>
    public float[] Load(string path, ImageFit fit = ImageFit.Stretch) => ToRow(ImageTensor.Load(path, Shape, fit));

    /// <summary>Same as <see cref="Load(string, ImageFit)"/>, from a stream, which stays open.</summary>
    /// <param name="stream">Holds one image: PNG, JPEG or BMP.</param>
    /// <param name="fit">How an image with another aspect ratio is fitted. Default: it is stretched.</param>
    /// <returns>One row, in the model's range of values.</returns>
    /// <exception cref="ImageException">The stream holds no image.</exception>
    public float[] Load(Stream stream, ImageFit fit = ImageFit.Stretch) => ToRow(ImageTensor.Load(stream, Shape, fit));

    /// <summary>Writes a row as PNG; values outside the model's range are clamped.</summary>
    /// <param name="path">The file, whatever its extension; it is written completely or not at all.</param>
    /// <param name="row">One row, such as a reconstruction.</param>
    /// <exception cref="ImageException">
    /// The file cannot be written, the number of values does not match the shape, or a value is not a number.
    /// </exception>
    public void SavePng(string path, ReadOnlySpan<float> row) => ImageTensor.SavePng(path, ToPixels(row), Shape);

    /// <summary>Same as <see cref="SavePng(string, ReadOnlySpan{float})"/>, to a stream, which stays open.</summary>
    /// <param name="stream">Receives the PNG.</param>
    /// <param name="row">One row, such as a reconstruction.</param>
    /// <exception cref="ImageException">The number of values does not match the shape, or a value is not a number.</exception>
    public void SavePng(Stream stream, ReadOnlySpan<float> row) => ImageTensor.SavePng(stream, ToPixels(row), Shape);

    /// <summary>Writes the errors of a row as colours over the image (see <see cref="HeatMap"/>), as PNG.</summary>
    /// <param name="path">The file, whatever its extension; it is written completely or not at all.</param>
    /// <param name="row">The row that was scored.</param>
    /// <param name="errors">One error per value, not negative, as returned by scoring.</param>
    /// <param name="scale">Side of the square that represents one pixel; at least 1. Default: 4.</param>
    /// <param name="maximum">The error shown in the brightest colour. Default: the largest error of this image.</param>
    /// <exception cref="ImageException">
    /// The file cannot be written, the number of values does not match the shape, or a value is out of range.
    /// </exception>
    public void SaveHeatMap(string path, ReadOnlySpan<float> row, ReadOnlySpan<float> errors, int scale = 4, float? maximum = null) =>
        HeatMap.Save(path, ToPixels(row), errors, Shape, scale, maximum);

    /// <summary>
    /// Same as <see cref="SaveHeatMap(string, ReadOnlySpan{float}, ReadOnlySpan{float}, int, float?)"/>, to a stream, which stays open.
    /// </summary>
    /// <param name="stream">Receives the PNG.</param>
    /// <param name="row">The row that was scored.</param>
    /// <param name="errors">One error per value, not negative, as returned by scoring.</param>
    /// <param name="scale">Side of the square that represents one pixel; at least 1. Default: 4.</param>
    /// <param name="maximum">The error shown in the brightest colour. Default: the largest error of this image.</param>
    /// <exception cref="ImageException">The number of values does not match the shape, or a value is out of range.</exception>
    public void SaveHeatMap(Stream stream, ReadOnlySpan<float> row, ReadOnlySpan<float> errors, int scale = 4, float? maximum = null) =>
        HeatMap.Save(stream, ToPixels(row), errors, Shape, scale, maximum);

    private float[] ToRow(float[] pixels)
    {
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = lowest + (pixels[i] * width);
        return pixels;
    }

    private float[] ToPixels(ReadOnlySpan<float> row)
    {
        Shapes.RequireOne(Shape, row.Length, nameof(row));
        var pixels = new float[row.Length];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (row[i] - lowest) / width;
        return pixels;
    }
}
