using System.IO.Compression;

namespace Latent.Data;

/// <summary>A data set's file where a source keeps it: plain, or as <c>.gz</c>.</summary>
internal static class PackedFile
{
    /// <summary>The plain bytes of the file; null where it is there in neither form.</summary>
    /// <param name="folder">Where to look.</param>
    /// <param name="name">The plain file, without <c>.gz</c>.</param>
    /// <exception cref="SourceException">It cannot be opened.</exception>
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
