namespace Latent.Data;

/// <summary>
/// A Debian package, downloaded with <c>apt-get download</c> and extracted with <c>dpkg-deb</c>. Installs nothing and needs no
/// root privileges: if the system's package lists lack the package, private lists are downloaded.
/// </summary>
/// <param name="Package">Name of the package, for example <c>weka</c>.</param>
/// <param name="Folder">The install folder of the files, without leading slash; files are uncompressed or <c>.gz</c>.</param>
public sealed record DebianSource(string Package, string Folder) : DataSource
{
    /// <inheritdoc/>
    public override string Description => $"Debian package {Package}";

    internal override async Task FetchAsync(
        IReadOnlyList<DataFile> files, DataCache cache, DataEnvironment environment, CancellationToken cancellation)
    {
        var own = files.Where(file => file.Package is null || file.Package == Package).ToArray();
        if (own.Length == 0) return;
        using var staging = new StagingFolder(cache.Folder);
        await DownloadAsync(staging.Path, environment, cancellation);
        var archive = Directory.EnumerateFiles(staging.Path, "*.deb").FirstOrDefault()
            ?? throw new SourceException("apt-get download produced no package");
        await environment.Tools.RunAsync("dpkg-deb", ["--extract", archive, "contents"], staging.Path, cancellation);
        foreach (var file in own)
        {
            await using var content = PackedFile.Find(Path.Combine(staging.Path, "contents", Folder), file.PackagePath ?? file.Name)
                ?? throw new SourceException($"the package has no file /{Folder}/{file.PackagePath ?? file.Name}");
            var progress = new TransferProgress(environment, cache.DataSet, file.Name, Description, file.Size);
            await cache.StoreAsync(file, content, progress.Report, cancellation);
        }
    }

    private async Task DownloadAsync(string folder, DataEnvironment environment, CancellationToken cancellation)
    {
        try
        {
            await environment.Tools.RunAsync("apt-get", ["download", Package], folder, cancellation);
        }
        catch (SourceException missing) when (missing.Message.Contains("Unable to locate package", StringComparison.Ordinal))
        {
            // The "./" prefix keeps lists and archives in the working folder; apt resolves other relative paths against its own folders.
            string[] own = ["-o", "Dir::State::Lists=./lists", "-o", "Dir::Cache=./archives", "-q"];
            Directory.CreateDirectory(Path.Combine(folder, "lists", "partial"));
            Directory.CreateDirectory(Path.Combine(folder, "archives", "archives", "partial"));
            await environment.Tools.RunAsync("apt-get", [.. own, "update"], folder, cancellation);
            await environment.Tools.RunAsync("apt-get", [.. own, "download", Package], folder, cancellation);
        }
    }
}
