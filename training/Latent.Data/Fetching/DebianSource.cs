namespace Latent.Data;

/// <summary>
/// A Debian package, fetched by <c>apt-get download</c> and opened by <c>dpkg-deb</c>. Nothing is installed, and no rights are needed: where
/// the system's package lists do not know it, lists of its own are fetched.
/// </summary>
/// <param name="Package">Name of the package, for example <c>weka</c>.</param>
/// <param name="Folder">The folder, without leading slash, in which the package installs the files, plain or as <c>.gz</c>.</param>
public sealed record DebianSource(string Package, string Folder) : DataSource
{
    /// <inheritdoc/>
    public override string Description => $"Debian package {Package}";

    internal override async Task FetchAsync(
        IReadOnlyList<DataFile> files, DataCache cache, DataEnvironment environment, CancellationToken cancellation)
    {
        var own = files.Where(file => file.Package is null || file.Package == Package).ToArray();
        if (own.Length == 0) return;
        using var workplace = new StagingFolder(cache.Folder);
        await DownloadAsync(workplace.Path, environment, cancellation);
        var archive = Directory.EnumerateFiles(workplace.Path, "*.deb").FirstOrDefault()
            ?? throw new SourceException("apt-get download left no package");
        await environment.Tools.RunAsync("dpkg-deb", ["--extract", archive, "contents"], workplace.Path, cancellation);
        foreach (var file in own)
        {
            await using var content = PackedFile.Find(Path.Combine(workplace.Path, "contents", Folder), file.PackagePath ?? file.Name)
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
            // With "./" they lie in the folder; without, apt puts its own in front.
            string[] own = ["-o", "Dir::State::Lists=./lists", "-o", "Dir::Cache=./archives", "-q"];
            Directory.CreateDirectory(Path.Combine(folder, "lists", "partial"));
            Directory.CreateDirectory(Path.Combine(folder, "archives", "archives", "partial"));
            await environment.Tools.RunAsync("apt-get", [.. own, "update"], folder, cancellation);
            await environment.Tools.RunAsync("apt-get", [.. own, "download", Package], folder, cancellation);
        }
    }
}
