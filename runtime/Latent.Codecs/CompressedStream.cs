namespace Latent.Codecs;

/// <summary>Reads a compressed image from a stream, with bounded memory.</summary>
internal static class CompressedStream
{
    // Twice the size of the largest image at the highest rate; a longer stream is not a compressed image.
    private const int MaxLength = CompressedFile.MaxPixels;

    /// <summary>Reads all bytes of the stream.</summary>
    /// <exception cref="CompressedException">The stream is longer than any compressed image.</exception>
    public static byte[] Read(Stream source)
    {
        using var bytes = new MemoryStream();
        var chunk = new byte[1 << 16];
        for (var read = source.Read(chunk); read > 0; read = source.Read(chunk))
        {
            if (bytes.Length + read > MaxLength)
                throw new CompressedException(
                    CompressedFault.InvalidFormat, "The data is not a compressed image.", $"at most {MaxLength} bytes", "more",
                    "pass a file that 'latent compress' or ImageCodec.Compress wrote.");
            bytes.Write(chunk, 0, read);
        }

        return bytes.ToArray();
    }
}
