using System.Buffers;
using System.Security.Cryptography;

namespace Latent.Data;

/// <summary>The cache folder of one data set. Files are uncompressed and verified, and each is either complete or absent.</summary>
internal sealed class DataCache(string dataSet, string folder)
{
    public string DataSet => dataSet;

    public string Folder => folder;

    public string PathOf(DataFile file) => Path.Combine(folder, file.Name);

    public bool LooksPresent(DataFile file) => new FileInfo(PathOf(file)) is { Exists: true } info && info.Length == file.Size;

    /// <summary>Verifies size and hash of the file. Returns null if it is valid, else a description of the fault.</summary>
    public string? Fault(DataFile file)
    {
        if (!File.Exists(PathOf(file))) return "it does not exist";
        using var stream = File.OpenRead(PathOf(file));
        if (stream.Length != file.Size) return $"it has {stream.Length} bytes instead of {file.Size}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        return hash == file.Sha256 ? null : $"its sha256 is {hash} instead of {file.Sha256}";
    }

    /// <summary>Deletes temporary files and folders of killed fetches, if they have not been modified for a day.</summary>
    public void SweepAbandoned()
    {
        if (!Directory.Exists(folder)) return;
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos(".*"))
        {
            if (DateTime.UtcNow - entry.LastWriteTimeUtc < TimeSpan.FromDays(1)) continue;
            if (entry is DirectoryInfo abandoned) abandoned.Delete(recursive: true);
            else entry.Delete();
        }
    }

    /// <summary>Writes to a temporary file, verifies size and hash, then publishes it under its name.</summary>
    /// <exception cref="InvalidDataException">The size or hash differs from the catalogue.</exception>
    public async Task StoreAsync(DataFile file, Stream content, Action<long> progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{file.Name}.{Guid.NewGuid():N}");
        try
        {
            await using (var output = File.Create(temporary))
                await CopyVerifiedAsync(file, content, output, progress, cancellation);
            File.Move(temporary, PathOf(file), overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task CopyVerifiedAsync(
        DataFile file,
        Stream content,
        Stream output,
        Action<long> progress,
        CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        try
        {
            long total = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
            {
                total += read;
                if (total > file.Size) throw new InvalidDataException($"{file.Name} is longer than {file.Size} bytes");
                hash.AppendData(buffer, 0, read);
                await output.WriteAsync(buffer.AsMemory(0, read), cancellation);
                progress(total);
            }

            if (total < file.Size) throw new InvalidDataException($"{file.Name} ends after {total} of {file.Size} bytes");
            var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            if (sha256 != file.Sha256) throw new InvalidDataException($"{file.Name} has the sha256 {sha256} instead of {file.Sha256}");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
