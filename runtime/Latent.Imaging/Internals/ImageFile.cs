using Latent.Bundles;
using SixLabors.ImageSharp;

namespace Latent.Imaging.Internals;

/// <summary>Files and folders, with errors that name them.</summary>
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
            throw new ImageException("There is no such file or folder.", path, "an existing path", "none", "Check the spelling; paths are relative to the current folder.", exception);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new ImageException("The path cannot be read.", path, "a readable path", exception.Message, "Check its permissions.", exception);
        }

        // ImageSharp's decoders let the last four escape on some damaged files.
        catch (Exception exception) when (exception is ImageFormatException or NotSupportedException or InvalidOperationException or ArgumentException or NullReferenceException or IndexOutOfRangeException)
        {
            throw new ImageException("The content is not a picture that can be read.", path, "PNG, JPEG or BMP", FirstLine(exception.Message), "Open it in a viewer; save it again as PNG.", exception);
        }
    }

    /// <summary>Writes beside the file first, so that a half-written one is never seen.</summary>
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
            throw new ImageException("The picture cannot be written.", path, "a writable path", exception.Message, "Choose another path, or free the space.", exception);
        }
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('\r');
}
