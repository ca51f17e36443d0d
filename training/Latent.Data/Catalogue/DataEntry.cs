namespace Latent.Data;

/// <summary>A data set that the catalogue knows by name.</summary>
public sealed record DataEntry
{
    internal DataEntry(DataReader read)
        : this((folder, reference, _) => read(folder, reference))
    {
    }

    internal DataEntry(OptionsReader read) => Read = read;

    /// <summary>The name people ask for, for example <c>mnist</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>Under which terms it is published.</summary>
    public required string License { get; init; }

    /// <summary>The files it is made of; none for a generator.</summary>
    public IReadOnlyList<DataFile> Files { get; init; } = [];

    /// <summary>Where the files come from, in the order in which they are tried.</summary>
    public IReadOnlyList<DataSource> Sources { get; init; } = [];

    /// <summary>Settings that may stand behind the name, such as <c>count</c>, beside those that every reference takes; none for most.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Bytes of all files together; 0 for a generator.</summary>
    public long Size => Files.Sum(file => file.Size);

    internal OptionsReader Read { get; }
}
