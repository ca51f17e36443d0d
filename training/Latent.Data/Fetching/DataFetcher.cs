using Latent.Files;

namespace Latent.Data;

/// <summary>Fetches a data set's missing files into the cache, trying the sources in order.</summary>
internal sealed class DataFetcher(DataEntry entry, DataCache cache, DataEnvironment environment)
{
    private readonly List<(DataSource Source, string Reason, bool IsExpected)> failures = [];

    public async Task RunAsync(CancellationToken cancellation)
    {
        cache.SweepAbandoned();
        var missing = entry.Files.Where(IsUnusable).ToList();
        foreach (var source in entry.Sources)
        {
            if (missing.Count == 0) break;
            await TryFetchAsync(source, missing, cancellation);
            missing.RemoveAll(cache.LooksPresent);
        }

        if (missing.Count > 0) throw Unavailable(missing);
        foreach (var (source, reason, _) in failures.Where(failure => !failure.IsExpected))
            environment.Notes?.Report($"{entry.Name}: {source.Description} did not provide the files ({reason}); another source did.");
    }

    private bool IsUnusable(DataFile file)
    {
        if (cache.Fault(file) is not { } fault) return false;
        if (File.Exists(cache.PathOf(file)))
        {
            environment.Notes?.Report($"{entry.Name}: the cached file {cache.PathOf(file)} is corrupt ({fault}); it is fetched again.");
            File.Delete(cache.PathOf(file));
        }

        return true;
    }

    private async Task TryFetchAsync(DataSource source, List<DataFile> missing, CancellationToken cancellation)
    {
        try
        {
            await source.FetchAsync(missing, cache, environment, cancellation);
        }
        catch (Exception error) when (IsFailureOfSource(error, cancellation))
        {
            failures.Add((source, error.Message.TrimEnd('.'), error is SourceException { IsExpected: true }));
        }
    }

    private static bool IsFailureOfSource(Exception error, CancellationToken cancellation) => error switch
    {
        OperationCanceledException => !cancellation.IsCancellationRequested,
        SourceException or InvalidDataException or EndOfStreamException or HttpRequestException => true,
        _ => false,
    };

    private DataException Unavailable(List<DataFile> missing)
    {
        var tried = failures.Select(failure => $"\n  {failure.Source.Description}: {failure.Reason}");
        var names = string.Join(", ", missing.Select(file => file.Name));
        return new(
            $"No source provided the files.{string.Concat(tried)}",
            $"data set \"{entry.Name}\"",
            names,
            fix: $"If you have these files, put them, uncompressed or as .gz, into a folder named {entry.Name} "
                + "and set LATENT_DATA to its parent folder.")
        {
            IsUnavailable = true,
        };
    }
}
