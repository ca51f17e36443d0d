using System.Formats.Tar;

namespace Latent.Data;

/// <summary>Takes single files out of a tar archive.</summary>
internal static class TarContents
{
    /// <param name="archive">The tar archive, no longer compressed.</param>
    /// <param name="wanted">Path in the archive to the file that it is.</param>
    /// <param name="source">What people call the archive.</param>
    /// <param name="cache">Where the files go.</param>
    /// <param name="environment">Who hears of the progress.</param>
    /// <param name="cancellation">Stops it.</param>
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
