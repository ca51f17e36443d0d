using System.Formats.Tar;

namespace Latent.Data;

/// <summary>Extracts individual files from a tar archive.</summary>
internal static class TarContents
{
    /// <summary>Stores the requested files of an archive in the cache.</summary>
    /// <param name="archive">The uncompressed tar archive.</param>
    /// <param name="wanted">The requested files, by path in the archive.</param>
    /// <param name="source">Display name of the source.</param>
    /// <param name="cache">The cache that stores the files.</param>
    /// <param name="environment">The receiver of progress.</param>
    /// <param name="cancellation">Stops the extraction.</param>
    /// <exception cref="SourceException">The archive lacks a requested file.</exception>
    public static async Task StoreAsync(
        Stream archive,
        IReadOnlyDictionary<string, DataFile> wanted,
        string source,
        DataCache cache,
        DataEnvironment environment,
        CancellationToken cancellation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = new TarReader(archive);
        while (await reader.GetNextEntryAsync(cancellationToken: cancellation) is { } entry)
        {
            if (entry.DataStream is null || !wanted.TryGetValue(entry.Name, out var file)) continue;
            var progress = new TransferProgress(environment, cache.DataSet, file.Name, source, file.Size);
            await cache.StoreAsync(file, entry.DataStream, progress.Report, cancellation);
            found.Add(entry.Name);
        }

        if (wanted.Keys.FirstOrDefault(name => !found.Contains(name)) is { } absent)
            throw new SourceException($"the archive has no file {absent}");
    }
}
