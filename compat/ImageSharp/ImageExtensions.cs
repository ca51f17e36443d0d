using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;

namespace SixLabors.ImageSharp;

/// <summary>Saving by format.</summary>
public static class ImageExtensions
{
    /// <summary>Saves in the format that the file's extension names.</summary>
    public static void Save(this Image source, string path) => source.Save(path, Codecs.EncoderFor(path));

    public static void Save(this Image source, string path, IImageEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(encoder);
        using var stream = File.Create(path);
        source.Save(stream, encoder);
    }

    public static void SaveAsPng(this Image source, string path) => SaveAsPng(source, path, default!);

    public static void SaveAsPng(this Image source, string path, PngEncoder encoder) => source.Save(path, encoder ?? new PngEncoder());

    public static void SaveAsPng(this Image source, Stream stream) => SaveAsPng(source, stream, default!);

    public static void SaveAsPng(this Image source, Stream stream, PngEncoder encoder) => source.Save(stream, encoder ?? new PngEncoder());

    public static void SaveAsJpeg(this Image source, string path) => SaveAsJpeg(source, path, default!);

    public static void SaveAsJpeg(this Image source, string path, JpegEncoder encoder) => source.Save(path, encoder ?? new JpegEncoder());

    public static void SaveAsJpeg(this Image source, Stream stream) => SaveAsJpeg(source, stream, default!);

    public static void SaveAsJpeg(this Image source, Stream stream, JpegEncoder encoder) => source.Save(stream, encoder ?? new JpegEncoder());
}
