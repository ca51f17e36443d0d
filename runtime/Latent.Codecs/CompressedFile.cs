using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Latent.Codecs;

/// <summary>
/// A compressed picture as bytes: magic, version, rate, width, height, the first eight bytes of the bundle's digest, the
/// length of the payload, the first four bytes of the SHA-256 of all of it but these four, payload. Little-endian.
/// </summary>
/// <param name="Rate">The rate that the picture was coded at.</param>
/// <param name="Width">Pixels of a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Model">The first digits of the bundle's digest.</param>
/// <param name="Payload">The coded latents.</param>
public sealed record CompressedFile(byte Rate, int Width, int Height, string Model, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The largest number of pixels of a picture.</summary>
    public const int MaxPixels = 1 << 26;

    private const byte Version = 1;
    private const int ModelBytes = 8;
    private const int ChecksumBytes = 4;
    private const int ModelOffset = 14;
    private const int LengthOffset = ModelOffset + ModelBytes;
    private const int ChecksumOffset = LengthOffset + sizeof(int);
    private const int HeaderSize = ChecksumOffset + ChecksumBytes;

    private static ReadOnlySpan<byte> Magic => "LATC"u8;

    /// <summary>The digits of a bundle's digest that a file keeps.</summary>
    /// <param name="bundleDigest">The digest.</param>
    public static string ModelOf(string bundleDigest) => bundleDigest[..(2 * ModelBytes)];

    /// <summary>The bytes.</summary>
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

    /// <summary>Reads bytes, and checks that they are what was written.</summary>
    /// <param name="memory">The bytes.</param>
    /// <exception cref="CompressedException">They are not.</exception>
    public static CompressedFile Read(ReadOnlyMemory<byte> memory)
    {
        var bytes = memory.Span;
        if (bytes.Length < Magic.Length || !bytes[..Magic.Length].SequenceEqual(Magic))
            throw new CompressedException(CompressedFault.InvalidFormat, "This is no compressed picture.", "bytes that begin with LATC", bytes.Length < Magic.Length ? $"{bytes.Length} bytes" : "another beginning", "pass a file that 'latent compress' or ImageCodec.Compress wrote.");
        if (bytes.Length > Magic.Length && bytes[Magic.Length] > Version)
            throw new CompressedException(CompressedFault.Newer, "A later version wrote this compressed picture.", $"version {Version}", $"version {bytes[Magic.Length]}", "update Latent.Codecs.");
        if (bytes.Length < HeaderSize)
            throw Truncated($"{HeaderSize} bytes of header", bytes.Length);

        CheckPayload(bytes);
        var (width, height) = (BinaryPrimitives.ReadInt32LittleEndian(bytes[6..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[10..]));
        if (bytes[Magic.Length] != Version || width < 1 || height < 1 || (long)width * height > MaxPixels)
            throw Altered();
        return new CompressedFile(bytes[5], width, height, Convert.ToHexStringLower(bytes.Slice(ModelOffset, ModelBytes)), memory[HeaderSize..]);
    }

    private static void CheckPayload(ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[LengthOffset..]);
        if (length > bytes.Length - HeaderSize)
            throw Truncated($"{length} bytes behind the header", bytes.Length - HeaderSize);
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
        CompressedFault.Truncated, "The compressed picture ends too early.", expected, $"{received}", "copy the file again.");

    private static CompressedException Altered() => new(
        CompressedFault.Altered, "The compressed picture was changed after it was written.", "bytes that their checksum vouches for", "others", "copy the file again.");
}
