namespace Latent.Data;

/// <summary>A named data set of the catalogue.</summary>
public sealed record DataEntry
{
    internal DataEntry(DataReader read)
        : this((folder, reference, _) => read(folder, reference))
    {
    }

    internal DataEntry(OptionsReader read) => Read = read;

    /// <summary>The name, for example <c>mnist</c>.</summary>
    public required string Name { get; init; }

    /// <summary>A one-line description.</summary>
    public required string Title { get; init; }

    /// <summary>The license.</summary>
    public required string License { get; init; }

    /// <summary>The files; none for a generator.</summary>
    public IReadOnlyList<DataFile> Files { get; init; } = [];

    /// <summary>The sources of the files, in the order in which they are tried.</summary>
    public IReadOnlyList<DataSource> Sources { get; init; } = [];

    /// <summary>
    /// Settings allowed after the name, such as <c>count</c>, in addition to those that every reference accepts; none for most data sets.
    /// </summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>The total size of all files in bytes; 0 for a generator.</summary>
    public long Size => Files.Sum(file => file.Size);

    internal OptionsReader Read { get; }
}
