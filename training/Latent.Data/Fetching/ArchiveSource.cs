using System.IO.Compression;

namespace Latent.Data;

/// <summary>A <c>.tar.gz</c> archive on a web server.</summary>
/// <param name="Address">URL of the archive.</param>
/// <param name="Paths">The path inside the archive of each file, by file name.</param>
public sealed record ArchiveSource(string Address, IReadOnlyDictionary<string, string> Paths) : DataSource
{
    /// <inheritdoc/>
    public override string Description => Address;

    internal override async Task FetchAsync(
        IReadOnlyList<DataFile> files, DataCache cache, DataEnvironment environment, CancellationToken cancellation)
    {
        var wanted = files.Where(file => Paths.ContainsKey(file.Name)).ToDictionary(file => Paths[file.Name], StringComparer.Ordinal);
        if (wanted.Count == 0) return;
        using var staging = new StagingFolder(cache.Folder);
        using var client = HttpDownload.NewClient(environment.Patience);
        var part = Path.Combine(staging.Path, "archive.tar.gz");
        var progress = new TransferProgress(environment, cache.DataSet, Path.GetFileName(new Uri(Address).LocalPath), Address, null);
        await new HttpDownload(client, new Uri(Address), part, environment.Patience)
            .RunAsync((bytes, total) => (progress with { TotalBytes = total }).Report(bytes), cancellation);
        await using var archive = new GZipStream(File.OpenRead(part), CompressionMode.Decompress);
        await TarContents.StoreAsync(archive, wanted, Description, cache, environment, cancellation);
    }
}
