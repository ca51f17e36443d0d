namespace Latent.Codecs;

/// <summary>Reads a compressed picture out of a stream, with bounded memory.</summary>
internal static class CompressedStream
{
    // Twice what the largest picture takes at the highest rate; a longer stream is something else.
    private const int MaxLength = CompressedFile.MaxPixels;

    /// <summary>All bytes of the stream.</summary>
    /// <exception cref="CompressedException">There are more than any compressed picture has.</exception>
    public static byte[] Read(Stream source)
    {
        using var bytes = new MemoryStream();
        var chunk = new byte[1 << 16];
        for (var read = source.Read(chunk); read > 0; read = source.Read(chunk))
        {
            if (bytes.Length + read > MaxLength)
                throw new CompressedException(CompressedFault.InvalidFormat, "This is no compressed picture.", $"at most {MaxLength} bytes", "more", "pass a file that 'latent compress' or ImageCodec.Compress wrote.");
            bytes.Write(chunk, 0, read);
        }

        return bytes.ToArray();
    }
}
