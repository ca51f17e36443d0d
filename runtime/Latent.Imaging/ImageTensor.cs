using Latent.Imaging.Internals;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;

namespace Latent.Imaging;

/// <summary>
/// Reads images into tensors and writes tensors as images. Values are floats from 0 (black) to 1 (full intensity), channels first.
/// PNG, JPEG and BMP files of at most 100 million pixels are read; PNG and JPEG files are written.
/// </summary>
public static class ImageTensor
{
    /// <summary>Reads the shape of a file from its header: 1 channel when it stores gray, 3 otherwise.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Channels, height and width; alpha does not count as a channel.</returns>
    /// <exception cref="ImageException">The file is missing, is not an image, or has too many pixels.</exception>
    public static ImageShape Identify(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ImageFile.Read(path, () =>
        {
            using var stream = File.OpenRead(path);
            return ImageFileDecoder.Identify(stream, path);
        });
    }

    /// <summary>
    /// Reads an image in the given shape. Colour becomes gray by ITU-R BT.709 weights when the shape has one channel; gray is
    /// repeated when it has three; alpha is dropped. An image of another size is resized by bicubic interpolation that averages
    /// when downscaling.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="shape">Shape of the result; 1 or 3 channels.</param>
    /// <param name="fit">How an image with another aspect ratio is fitted. Default: it is stretched.</param>
    /// <returns><see cref="ImageShape.Size"/> values from 0 to 1.</returns>
    /// <exception cref="ImageException">
    /// The file is missing, is not an image or has too many pixels, or the shape is not that of an image.
    /// </exception>
    public static float[] Load(string path, ImageShape shape, ImageFit fit = ImageFit.Stretch)
    {
        var pixels = new float[Shapes.Require(shape).Size];
        Load(path, shape, pixels, fit);
        return pixels;
    }

    /// <summary>Same as <see cref="Load(string, ImageShape, ImageFit)"/>, into memory of the caller.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shape">Shape of the result; 1 or 3 channels.</param>
    /// <param name="destination">Receives exactly <see cref="ImageShape.Size"/> values from 0 to 1.</param>
    /// <param name="fit">How an image with another aspect ratio is fitted. Default: it is stretched.</param>
    /// <exception cref="ImageException">
    /// The file is missing, is not an image or has too many pixels, the shape is not that of an image, or the destination has another
    /// length.
    /// </exception>
    public static void Load(string path, ImageShape shape, Span<float> destination, ImageFit fit = ImageFit.Stretch)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Shapes.RequireOne(Shapes.Require(shape), destination.Length, nameof(destination));
        using var stream = ImageFile.Read(path, () => File.OpenRead(path));
        ImageReader.Read(stream, path, shape, fit, destination);
    }

    /// <summary>Same as <see cref="Load(string, ImageShape, ImageFit)"/>, from a stream.</summary>
    /// <param name="stream">A readable stream that holds one image; it stays open.</param>
    /// <param name="shape">Shape of the result; 1 or 3 channels.</param>
    /// <param name="fit">How an image with another aspect ratio is fitted. Default: it is stretched.</param>
    /// <returns><see cref="ImageShape.Size"/> values from 0 to 1.</returns>
    /// <exception cref="ImageException">
    /// The stream holds no image or one with too many pixels, or the shape is not that of an image.
    /// </exception>
    public static float[] Load(Stream stream, ImageShape shape, ImageFit fit = ImageFit.Stretch)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var pixels = new float[Shapes.Require(shape).Size];
        ImageReader.Read(stream, "a stream", shape, fit, pixels);
        return pixels;
    }

    /// <summary>
    /// Writes a gray image as JPEG (ITU-R T.81), with the Huffman tables that the standard suggests. Values are clamped to 0 to 1,
    /// multiplied by 255 and rounded to the nearest whole number, halves up.
    /// </summary>
    /// <param name="stream">Receives the file; it stays open.</param>
    /// <param name="pixels"><see cref="ImageShape.Size"/> values.</param>
    /// <param name="shape">Shape of <paramref name="pixels"/>; 1 channel.</param>
    /// <param name="quality">From 1 (smallest file) to 100.</param>
    /// <exception cref="ImageException">
    /// The shape is not that of a gray image, the number of values does not match it, or a value is not a number.
    /// </exception>
    public static void SaveJpeg(Stream stream, ReadOnlySpan<float> pixels, ImageShape shape, int quality)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Shapes.RequireOne(Shapes.Require(shape), pixels.Length, nameof(pixels));
        using var image = ImageWriter.ToImage(pixels, shape, "a stream");
        image.Save(stream, new JpegEncoder { Quality = quality, ColorType = JpegColorType.Luminance });
    }

    /// <summary>
    /// Writes an image as PNG with 8 bits per channel. Values are clamped to 0 to 1, multiplied by 255 and rounded to the nearest
    /// whole number, halves up. The file is written completely or not at all; an existing file is replaced, missing folders are created.
    /// </summary>
    /// <param name="path">The file, whatever its extension.</param>
    /// <param name="pixels"><see cref="ImageShape.Size"/> values, channels first.</param>
    /// <param name="shape">Shape of <paramref name="pixels"/>; 1 or 3 channels.</param>
    /// <exception cref="ImageException">
    /// The file cannot be written, the shape is not that of an image, the number of values does not match it, or a value is not a number.
    /// </exception>
    public static void SavePng(string path, ReadOnlySpan<float> pixels, ImageShape shape)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Shapes.RequireOne(Shapes.Require(shape), pixels.Length, nameof(pixels));
        using var image = ImageWriter.ToImage(pixels, shape, path);
        ImageFile.Write(path, image);
    }

    /// <summary>Same as <see cref="SavePng(string, ReadOnlySpan{float}, ImageShape)"/>, to a stream, which stays open.</summary>
    /// <param name="stream">Receives the PNG.</param>
    /// <param name="pixels"><see cref="ImageShape.Size"/> values, channels first.</param>
    /// <param name="shape">Shape of <paramref name="pixels"/>; 1 or 3 channels.</param>
    /// <exception cref="ImageException">
    /// The shape is not that of an image, the number of values does not match it, or a value is not a number.
    /// </exception>
    public static void SavePng(Stream stream, ReadOnlySpan<float> pixels, ImageShape shape)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Shapes.RequireOne(Shapes.Require(shape), pixels.Length, nameof(pixels));
        using var image = ImageWriter.ToImage(pixels, shape, "a stream");
        image.SaveAsPng(stream);
    }
}
