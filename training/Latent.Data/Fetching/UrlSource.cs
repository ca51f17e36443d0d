using System.IO.Compression;

namespace Latent.Data;

/// <summary>A folder on a web server.</summary>
/// <param name="Address">URL of the folder, with a trailing slash.</param>
/// <param name="Suffix">Suffix of file names on the server: <c>.gz</c> for compressed files (default), or empty.</param>
public sealed record UrlSource(string Address, string Suffix = ".gz") : DataSource
{
    /// <summary>File names on the server, by file name, where they differ. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The files that the server provides. Default: all files of the data set.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <inheritdoc/>
    public override string Description => Address;

    internal override async Task FetchAsync(
        IReadOnlyList<DataFile> files, DataCache cache, DataEnvironment environment, CancellationToken cancellation)
    {
        Directory.CreateDirectory(cache.Folder);
        using var client = HttpDownload.NewClient(environment.Patience);
        foreach (var file in files.Where(file => Only?.Contains(file.Name) ?? true))
            await FetchAsync(client, file, cache, environment, cancellation);
    }

    private async Task FetchAsync(
        HttpClient client, DataFile file, DataCache cache, DataEnvironment environment, CancellationToken cancellation)
    {
        var part = cache.PathOf(file) + Suffix + ".part";
        var download = new HttpDownload(
            client,
            new Uri(Address + Names.GetValueOrDefault(file.Name, file.Name) + Suffix),
            part,
            environment.Patience);
        var progress = new TransferProgress(environment, cache.DataSet, file.Name + Suffix, Address, null);
        var resumed = await download.RunAsync((bytes, total) => (progress with { TotalBytes = total }).Report(bytes), cancellation);
        try
        {
            await StoreAsync(part, file, cache, cancellation);
        }
        catch (InvalidDataException) when (resumed)
        {
            // The resumed part may belong to a different version of the file than the rest: download again from the beginning.
            await download.RunAsync((bytes, total) => (progress with { TotalBytes = total }).Report(bytes), cancellation);
            await StoreAsync(part, file, cache, cancellation);
        }
    }

    /// <summary>Decompresses, verifies and stores the transferred file, and then deletes it, even on failure.</summary>
    private async Task StoreAsync(string part, DataFile file, DataCache cache, CancellationToken cancellation)
    {
        try
        {
            await using var content = Open(part);
            await cache.StoreAsync(file, content, _ => { }, cancellation);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private Stream Open(string part)
    {
        var packed = File.OpenRead(part);
        return Suffix == ".gz" ? new GZipStream(packed, CompressionMode.Decompress) : packed;
    }
}
