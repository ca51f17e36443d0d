namespace Latent.Onnx;

/// <summary>Writes a file under a temporary name and renames it, so that no partial file is ever visible.</summary>
internal static class AtomicFile
{
    public static void Write(string path, Action<Stream> write)
    {
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var stream = File.Create(temporary))
                write(stream);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
            throw Unwritable(path, exception);
        }
    }

    /// <summary>The error of a file that cannot be written.</summary>
    public static ExportException Unwritable(string path, Exception exception) =>
        new(
            $"'{path}' cannot be written: {exception.Message} Choose a folder that exists, that you may write to, and that has room.",
            exception);
}
