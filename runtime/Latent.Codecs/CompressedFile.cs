using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Latent.Codecs;

/// <summary>
/// The file format of a compressed image: magic, version, rate, width, height, the first eight bytes of the bundle's digest, the
/// payload length, the first four bytes of the SHA-256 of everything but these four, payload. Little-endian.
/// </summary>
/// <param name="Rate">The rate of the image.</param>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in pixels.</param>
/// <param name="Model">The first digits of the bundle's digest.</param>
/// <param name="Payload">The coded latents.</param>
public sealed record CompressedFile(byte Rate, int Width, int Height, string Model, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The maximum number of pixels in an image.</summary>
    public const int MaxPixels = 1 << 26;

    private const byte Version = 1;
    private const int ModelBytes = 8;
    private const int ChecksumBytes = 4;
    private const int ModelOffset = 14;
    private const int LengthOffset = ModelOffset + ModelBytes;
    private const int ChecksumOffset = LengthOffset + sizeof(int);
    private const int HeaderSize = ChecksumOffset + ChecksumBytes;

    private static ReadOnlySpan<byte> Magic => "LATC"u8;

    /// <summary>Returns the digits of a bundle's digest that a file stores.</summary>
    /// <param name="bundleDigest">The digest.</param>
    public static string ModelOf(string bundleDigest) => bundleDigest[..(2 * ModelBytes)];

    /// <summary>Serializes the file.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderSize + Payload.Length];
        Magic.CopyTo(bytes);
        bytes[4] = Version;
        bytes[5] = Rate;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(6), Width);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(10), Height);
        Convert.FromHexString(Model).CopyTo(bytes, ModelOffset);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(LengthOffset), Payload.Length);
        Payload.Span.CopyTo(bytes.AsSpan(HeaderSize));
        Checksum(bytes).CopyTo(bytes.AsSpan(ChecksumOffset));
        return bytes;
    }

    /// <summary>Parses a file and verifies its checksum.</summary>
    /// <param name="memory">The bytes.</param>
    /// <exception cref="CompressedException">The data is not a valid file.</exception>
    public static CompressedFile Read(ReadOnlyMemory<byte> memory)
    {
        var bytes = memory.Span;
        if (bytes.Length < Magic.Length || !bytes[..Magic.Length].SequenceEqual(Magic))
            throw new CompressedException(
                CompressedFault.InvalidFormat, "The data is not a compressed image.", "bytes that begin with LATC",
                bytes.Length < Magic.Length ? $"{bytes.Length} bytes" : "other bytes",
                "pass a file that 'latent compress' or ImageCodec.Compress wrote.");
        if (bytes.Length > Magic.Length && bytes[Magic.Length] > Version)
            throw new CompressedException(
                CompressedFault.Newer, "The compressed image was written by a later version.", $"version {Version}",
                $"version {bytes[Magic.Length]}", "update Latent.Codecs.");
        if (bytes.Length < HeaderSize)
            throw Truncated($"{HeaderSize} bytes of header", bytes.Length);

        CheckPayload(bytes);
        var (width, height) = (BinaryPrimitives.ReadInt32LittleEndian(bytes[6..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[10..]));
        if (bytes[Magic.Length] != Version || width < 1 || height < 1 || (long)width * height > MaxPixels)
            throw Altered();
        return new CompressedFile(
            bytes[5],
            width,
            height,
            Convert.ToHexStringLower(bytes.Slice(ModelOffset, ModelBytes)),
            memory[HeaderSize..]);
    }

    private static void CheckPayload(ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[LengthOffset..]);
        if (length > bytes.Length - HeaderSize)
            throw Truncated($"{length} bytes after the header", bytes.Length - HeaderSize);
        if (length != bytes.Length - HeaderSize || !Checksum(bytes).SequenceEqual(bytes.Slice(ChecksumOffset, ChecksumBytes)))
            throw Altered();
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(bytes[..ChecksumOffset]);
        hash.AppendData(bytes[HeaderSize..]);
        return hash.GetHashAndReset().AsSpan(0, ChecksumBytes);
    }

    private static CompressedException Truncated(string expected, int received) => new(
        CompressedFault.Truncated, "The compressed image is truncated.", expected, $"{received}", "copy the file again.");

    private static CompressedException Altered() => new(
        CompressedFault.Altered, "The compressed image is corrupt.", "bytes that match their checksum", "other bytes",
        "copy the file again.");
}
