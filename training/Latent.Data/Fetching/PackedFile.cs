using System.IO.Compression;

namespace Latent.Data;

/// <summary>A data set's file in a source folder: uncompressed or <c>.gz</c>.</summary>
internal static class PackedFile
{
    /// <summary>Opens the uncompressed content of the file; null if it exists in neither form.</summary>
    /// <param name="folder">The folder to search.</param>
    /// <param name="name">Name of the uncompressed file, without <c>.gz</c>.</param>
    /// <exception cref="SourceException">The file cannot be opened.</exception>
    public static Stream? Find(string folder, string name)
    {
        var plain = Path.Combine(folder, name);
        try
        {
            if (File.Exists(plain)) return File.OpenRead(plain);
            return File.Exists(plain + ".gz") ? new GZipStream(File.OpenRead(plain + ".gz"), CompressionMode.Decompress) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(error.Message, error);
        }
    }
}
