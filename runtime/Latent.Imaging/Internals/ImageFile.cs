using Latent.Bundles;
using SixLabors.ImageSharp;

namespace Latent.Imaging.Internals;

/// <summary>Access to files and folders, with errors that name the path.</summary>
internal static class ImageFile
{
    public static T Read<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ImageException(
                "There is no such file or folder.",
                path,
                "an existing path",
                "none",
                "Check the spelling; paths are relative to the current folder.",
                exception);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new ImageException(
                "The path cannot be read.",
                path,
                "a readable path",
                exception.Message,
                "Check its permissions.",
                exception);
        }

        // ImageSharp's decoders throw the last four on some damaged files.
        catch (Exception exception) when (exception is ImageFormatException or NotSupportedException or InvalidOperationException
            or ArgumentException or NullReferenceException or IndexOutOfRangeException)
        {
            throw new ImageException(
                "The content is not a readable image.", path, "PNG, JPEG or BMP", FirstLine(exception.Message),
                "Open it in a viewer; save it again as PNG.", exception);
        }
    }

    /// <summary>Writes to a temporary file first, so that a half-written file is never visible.</summary>
    public static void Write(string path, Image image)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        try
        {
            Directory.CreateDirectory(folder);
            AtomicFile.Write(path, image.SaveAsPng);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ImageException(
                "The image cannot be written.", path, "a writable path", exception.Message,
                "Choose another path, or free disk space.", exception);
        }
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('\r');
}
