using System.IO.Compression;

namespace Latent.Training.Data;

/// <summary>Opens a file for reading, unpacking it on the way where its name ends in <c>.gz</c>.</summary>
internal static class PlainFile
{
    public static Stream Open(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            return IsPacked(path) ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException("there is no such file", path, cure: "Check the spelling; paths are relative to the current folder.", inner: error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException("the file cannot be opened", path, received: error.Message.TrimEnd('.'), inner: error);
        }
    }

    /// <summary>Everything in the file, but at most <paramref name="limit"/> bytes.</summary>
    public static byte[] Read(string path, long limit)
    {
        using var stream = Open(path);
        using var content = new MemoryStream();
        var chunk = new byte[1 << 16];
        try
        {
            while (content.Length < limit)
            {
                var read = stream.Read(chunk, 0, (int)Math.Min(chunk.Length, limit - content.Length));
                if (read == 0) break;
                content.Write(chunk, 0, read);
            }
        }
        catch (InvalidDataException error)
        {
            throw new DataException("the compressed file is damaged", path, received: error.Message.TrimEnd('.'), inner: error);
        }

        return content.ToArray();
    }

    private static bool IsPacked(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
}
