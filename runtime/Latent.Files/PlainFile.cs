using System.IO.Compression;

namespace Latent.Files;

/// <summary>Opens files for reading; decompresses files whose names end in <c>.gz</c>.</summary>
public static class PlainFile
{
    /// <summary>Opens a file; decompresses it while reading if its name ends in <c>.gz</c>.</summary>
    /// <exception cref="DataException">The file is missing or cannot be opened.</exception>
    public static Stream Open(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            return FileKinds.IsGzip(path) ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException(
                "There is no such file.", path, fix: "Check the spelling; paths are relative to the current folder.", inner: error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException("The file cannot be opened.", path, received: error.Message.TrimEnd('.'), inner: error);
        }
    }

    /// <summary>Reads the rest of <paramref name="stream"/>, at most <paramref name="limit"/> bytes.</summary>
    /// <param name="stream">The content.</param>
    /// <param name="path">The file, for error messages.</param>
    /// <param name="limit">The maximum number of bytes.</param>
    /// <exception cref="DataException">The compressed content is corrupt.</exception>
    public static ReadOnlyMemory<byte> Read(Stream stream, string path, long limit)
    {
        using var content = new MemoryStream();
        var chunk = new byte[1 << 17];
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
            throw new DataException(
                "The compressed file is corrupt.",
                path,
                received: error.Message.TrimEnd('.'),
                fix: "Fetch or copy it again.",
                inner: error);
        }

        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }
}
