namespace Latent.Onnx;

/// <summary>Writes a file under a temporary name and renames it, so that no partial file is ever visible.</summary>
internal static class AtomicFile
{
    public static void Write(string path, Action<Stream> write)
    {
        try
        {
            Bundles.AtomicFile.Write(path, write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(path, exception);
        }
    }

    /// <summary>The error of a file that cannot be written.</summary>
    public static ExportException Unwritable(string path, Exception exception) =>
        new(
            $"'{path}' cannot be written: {exception.Message} Choose a folder that exists, that you may write to, and that has room.",
            exception);
}
