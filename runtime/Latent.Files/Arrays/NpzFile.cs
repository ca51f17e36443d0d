using System.IO.Compression;

namespace Latent.Files;

/// <summary>Reads NumPy's <c>.npz</c> files: zip archives of <c>.npy</c> files.</summary>
public static class NpzFile
{
    /// <summary>Reads all arrays.</summary>
    /// <returns>The arrays by name, without <c>.npy</c>.</returns>
    /// <exception cref="DataException">The file is missing, not a zip archive, or contains an array that cannot be read.</exception>
    public static IReadOnlyDictionary<string, NpyArray> Read(string path)
    {
        using var file = PlainFile.Open(path);
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read);
            return archive.Entries
                .Where(entry => entry.Name.EndsWith(".npy", StringComparison.Ordinal))
                .ToDictionary(entry => entry.FullName[..^".npy".Length], entry => Read(entry, path), StringComparer.Ordinal);
        }
        catch (InvalidDataException error)
        {
            throw new DataException("This is not a .npz file, or it is corrupt.", path, received: error.Message.TrimEnd('.'), inner: error);
        }
    }

    private static NpyArray Read(ZipArchiveEntry entry, string path)
    {
        using var stream = entry.Open();
        return new NpyReader(stream, $"{path}, {entry.FullName}").Read();
    }
}
