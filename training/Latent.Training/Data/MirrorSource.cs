using System.IO.Compression;

namespace Latent.Training.Data;

/// <summary>A folder with the data set's name below the one that <c>LATENT_DATA</c> names; each file plain or as <c>.gz</c>.</summary>
public sealed record MirrorSource : DataSource
{
    /// <inheritdoc/>
    public override string Description => "local mirror";

    internal override async Task FetchAsync(
        IReadOnlyList<DataFile> files, DataCache cache, DataEnvironment environment, CancellationToken cancellation)
    {
        if (environment.MirrorFolder is not { } mirror) throw new SourceException("LATENT_DATA is not set") { IsExpected = true };
        var folder = Path.Combine(mirror, cache.DataSet);
        if (!Directory.Exists(folder)) throw new SourceException($"there is no folder {folder}") { IsExpected = true };
        foreach (var file in files)
        {
            await using var content = Open(folder, file);
            var progress = new TransferProgress(environment, cache.DataSet, file.Name, Description, file.Size);
            await cache.StoreAsync(file, content, progress.Report, cancellation);
        }
    }

    private static Stream Open(string folder, DataFile file)
    {
        var plain = Path.Combine(folder, file.Name);
        try
        {
            if (File.Exists(plain)) return File.OpenRead(plain);
            if (File.Exists(plain + ".gz")) return new GZipStream(File.OpenRead(plain + ".gz"), CompressionMode.Decompress);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(error.Message, error);
        }

        throw new SourceException($"there is neither {plain} nor {plain}.gz");
    }
}
