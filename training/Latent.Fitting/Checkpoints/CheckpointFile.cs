using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Latent.Fitting;

/// <summary>
/// The format of a checkpoint: 8 letters, version (int32), header (int32 length, JSON), body, and the sha256 of all
/// of it. Numbers are little-endian. A file appears by rename, so that the one before stays until the next is complete.
/// </summary>
internal static class CheckpointFile
{
    /// <summary>The version that is written and read.</summary>
    public const int Version = 3;

    private const string Fix = "Delete the file to begin anew.";

    // Early stopping begins with an infinite loss.
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static ReadOnlySpan<byte> Letters => "LATENTCP"u8;

    /// <summary>Writes a checkpoint.</summary>
    /// <param name="path">Where it goes; an existing file is replaced.</param>
    /// <param name="header">The header.</param>
    /// <param name="writeBody">Writes the body.</param>
    /// <exception cref="IOException">The disk refuses; the file is as it was before.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to; the file is as it was before.</exception>
    public static void Write(string path, CheckpointHeader header, Action<BinaryWriter> writeBody)
    {
        var temporary = path + ".tmp";
        try
        {
            using (var file = File.Create(temporary))
                Write(file, header, writeBody);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="read">Takes the header, and the body from a reader.</param>
    /// <exception cref="CheckpointException">It is no checkpoint, of another version, or damaged.</exception>
    public static void Read(string path, Action<CheckpointHeader, BinaryReader> read)
    {
        using var file = File.OpenRead(path);
        using var reader = new BinaryReader(file);
        CheckVersion(path, reader);
        CheckDigest(path, file);

        file.Position = Letters.Length + sizeof(int);
        var header = JsonSerializer.Deserialize<CheckpointHeader>(reader.ReadBytes(reader.ReadInt32()), Json)!;
        read(header, reader);
    }

    private static void Write(FileStream file, CheckpointHeader header, Action<BinaryWriter> writeBody)
    {
        using var sha = SHA256.Create();
        using (var hashing = new CryptoStream(file, sha, CryptoStreamMode.Write, leaveOpen: true))
        using (var writer = new BinaryWriter(new BufferedStream(hashing, 1 << 16)))
        {
            writer.Write(Letters);
            writer.Write(Version);
            var json = JsonSerializer.SerializeToUtf8Bytes(header, Json);
            writer.Write(json.Length);
            writer.Write(json);
            writeBody(writer);
        }

        file.Write(sha.Hash!);
        file.Flush(flushToDisk: true);
    }

    private static void CheckVersion(string path, BinaryReader reader)
    {
        if (!reader.ReadBytes(Letters.Length).AsSpan().SequenceEqual(Letters))
            throw new CheckpointException($"'{path}' is not a checkpoint. {Fix}");
        if (reader.BaseStream.Length < Letters.Length + sizeof(int) + SHA256.HashSizeInBytes)
            throw Damaged(path);
        var version = reader.ReadInt32();
        if (version != Version)
            throw new CheckpointException($"'{path}' is a checkpoint of format {version}, and this version of latent reads format {Version}. Go on with the version that wrote it. {Fix}");
    }

    private static void CheckDigest(string path, FileStream file)
    {
        file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (var left = file.Length - SHA256.HashSizeInBytes; left > 0;)
        {
            var count = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            hash.AppendData(buffer, 0, count);
            left -= count;
        }

        var stored = new byte[SHA256.HashSizeInBytes];
        file.ReadExactly(stored);
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(stored))
            throw Damaged(path);
    }

    private static CheckpointException Damaged(string path) =>
        new($"'{path}' is damaged: it was cut off or changed after it was written. {Fix}");
}
