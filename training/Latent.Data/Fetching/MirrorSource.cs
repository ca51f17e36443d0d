namespace Latent.Data;

/// <summary>The subfolder of <c>LATENT_DATA</c> with the data set's name; each file is uncompressed or <c>.gz</c>.</summary>
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
            await using var content = PackedFile.Find(folder, file.Name)
                ?? throw new SourceException(
                    $"there is neither {Path.Combine(folder, file.Name)} nor {Path.Combine(folder, file.Name)}.gz");
            var progress = new TransferProgress(environment, cache.DataSet, file.Name, Description, file.Size);
            await cache.StoreAsync(file, content, progress.Report, cancellation);
        }
    }
}
