using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Latent.Fitting;

/// <summary>
/// The format of a checkpoint: 8-byte signature, version (int32), header (int32 length, JSON), body, and the sha256 of all
/// of it. Numbers are little-endian. A file is published by rename, so that the previous one stays until the next is
/// complete.
/// </summary>
internal static class CheckpointFile
{
    /// <summary>The format version that this class writes and reads.</summary>
    public const int Version = 3;

    private const string Fix = "Delete the file to start over.";

    // The initial loss of early stopping is infinity.
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private static ReadOnlySpan<byte> Signature => "LATENTCP"u8;

    /// <summary>Writes a checkpoint.</summary>
    /// <param name="path">The path of the file; an existing file is replaced.</param>
    /// <param name="header">The header.</param>
    /// <param name="writeBody">Writes the body.</param>
    /// <exception cref="IOException">The file cannot be written; an existing file stays unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is not writable; an existing file stays unchanged.</exception>
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
    /// <param name="path">The path of the file.</param>
    /// <param name="read">Receives the header, and a reader at the start of the body.</param>
    /// <exception cref="CheckpointException">The file is not a checkpoint, has another version, or is corrupt.</exception>
    public static void Read(string path, Action<CheckpointHeader, BinaryReader> read)
    {
        using var file = File.OpenRead(path);
        using var reader = new BinaryReader(file);
        CheckVersion(path, reader);
        CheckDigest(path, file);

        file.Position = Signature.Length + sizeof(int);
        var header = JsonSerializer.Deserialize<CheckpointHeader>(reader.ReadBytes(reader.ReadInt32()), Json)!;
        read(header, reader);
    }

    private static void Write(FileStream file, CheckpointHeader header, Action<BinaryWriter> writeBody)
    {
        using var sha = SHA256.Create();
        using (var hashing = new CryptoStream(file, sha, CryptoStreamMode.Write, leaveOpen: true))
        using (var writer = new BinaryWriter(new BufferedStream(hashing, 1 << 16)))
        {
            writer.Write(Signature);
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
        if (!reader.ReadBytes(Signature.Length).AsSpan().SequenceEqual(Signature))
            throw new CheckpointException($"'{path}' is not a checkpoint. {Fix}");
        if (reader.BaseStream.Length < Signature.Length + sizeof(int) + SHA256.HashSizeInBytes)
            throw Corrupt(path);
        var version = reader.ReadInt32();
        if (version != Version)
        {
            throw new CheckpointException(
                $"'{path}' is a checkpoint of format {version}, but this version of latent reads format {Version}. " +
                "Continue with the version that wrote it, or delete the file to start over.");
        }
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
            throw Corrupt(path);
    }

    private static CheckpointException Corrupt(string path) =>
        new($"'{path}' is corrupt: it was truncated or changed after it was written. {Fix}");
}
