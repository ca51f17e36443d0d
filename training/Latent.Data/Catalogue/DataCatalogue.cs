namespace Latent.Data;

/// <summary>The data sets that are known by name, and the one way to open them or a file or folder of one's own.</summary>
public sealed class DataCatalogue
{
    private readonly DataEnvironment environment;

    /// <summary>A catalogue of the built-in data sets.</summary>
    /// <param name="environment">Where data is kept; null takes what the environment variables say.</param>
    public DataCatalogue(DataEnvironment? environment = null)
        : this(BuiltInEntries.All, environment ?? DataEnvironment.FromProcess())
    {
    }

    internal DataCatalogue(IReadOnlyList<DataEntry> entries, DataEnvironment environment)
    {
        this.environment = environment;
        Entries = entries;
        if (entries.GroupBy(entry => entry.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"The catalogue names \"{twice.Key}\" twice.", nameof(entries));
    }

    /// <summary>Every data set with a name, in the order in which they are listed.</summary>
    public IReadOnlyList<DataEntry> Entries { get; }

    /// <summary>The entry called <paramref name="name"/>; settings behind a question mark are ignored.</summary>
    /// <exception cref="DataException">There is none; the message lists those there are.</exception>
    public DataEntry Find(string name) => Find(DataReference.Parse(name));

    /// <summary>Whether the data set can be opened at once; looks at the names and sizes of the files only.</summary>
    public DataState GetState(DataEntry entry)
    {
        if (entry.Files.Count == 0) return DataState.Generated;
        var cache = CacheOf(entry);
        return entry.Files.All(cache.LooksPresent) ? DataState.Cached : DataState.NotFetched;
    }

    /// <summary>The folder where the data set's files are, or will be once they are fetched.</summary>
    /// <exception cref="DataException">The name is unknown, or it is a generator without files.</exception>
    public string GetPath(string name)
    {
        var entry = Find(name);
        if (entry.Files.Count > 0) return CacheOf(entry).Folder;
        throw new DataException("It is made on the spot and has no files.", $"data set \"{entry.Name}\"", fix: "Open it by its name.");
    }

    /// <summary>Makes sure that every file of a named data set is in the cache and is what it should be, fetching what is not.</summary>
    /// <param name="name">A name in the catalogue.</param>
    /// <param name="cancellation">Stops the transfer; what has arrived is kept, and the next call goes on from there.</param>
    /// <returns>The folder with the files; null for a generator, which has none.</returns>
    /// <exception cref="DataException">The name is unknown, or no source gave the files: the message names each and why it failed.</exception>
    public string? Fetch(string name, CancellationToken cancellation = default)
    {
        var entry = Find(name);
        if (entry.Files.Count == 0) return null;
        var cache = CacheOf(entry);
        try
        {
            Task.Run(() => new DataFetcher(entry, cache, environment).RunAsync(cancellation), CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException(
                "The cache cannot be used.",
                cache.Folder,
                received: error.Message.TrimEnd('.'),
                fix: "Let LATENT_CACHE name a folder that can be written and has room.",
                inner: error);
        }

        return cache.Folder;
    }

    /// <summary>Opens a data set and divides it into training, validation and test part.</summary>
    /// <param name="nameOrPath">What <see cref="DataReference"/> describes: a name, or a path to a folder or file.</param>
    /// <param name="options">
    /// Sizes and seed of the division, how to read files; null takes the defaults. Settings behind a question mark come before it.
    /// </param>
    /// <param name="cancellation">Stops a transfer.</param>
    /// <exception cref="DataException">The data cannot be found, fetched, read or divided.</exception>
    public DataSplits Open(string nameOrPath, DataOptions? options = null, CancellationToken cancellation = default)
    {
        var (data, settled) = Load(nameOrPath, options, cancellation);
        return data.Divide(settled);
    }

    /// <summary>Reads all samples of a file or folder, undivided and in their order; of a data set that is published with a test set, the test set.</summary>
    /// <param name="nameOrPath">What <see cref="DataReference"/> describes: a name, or a path to a folder or file.</param>
    /// <param name="options">How to read files; null takes the defaults. Settings behind a question mark come before it.</param>
    /// <param name="cancellation">Stops a transfer.</param>
    /// <exception cref="DataException">The data cannot be found, fetched or read.</exception>
    public Dataset Read(string nameOrPath, DataOptions? options = null, CancellationToken cancellation = default)
    {
        var (data, _) = Load(nameOrPath, options, cancellation);
        return data.Test ?? data.Train;
    }

    private (PublishedData Data, DataOptions Settled) Load(string nameOrPath, DataOptions? options, CancellationToken cancellation)
    {
        var reference = Resolve(DataReference.Parse(nameOrPath));
        var entry = reference.Kind == DataKind.Name ? Find(reference) : null;
        var settled = ReferenceSettings.Apply(reference, options ?? new(), entry?.Settings ?? []);
        var data = entry is null ? UserData.Read(reference, settled) : entry.Read(Fetch(entry.Name, cancellation) ?? "", reference, settled);
        return (data, settled);
    }

    /// <summary>A folder's plain name is a path too, unless a data set has that name.</summary>
    private DataReference Resolve(DataReference reference) =>
        reference.Kind == DataKind.Name && Directory.Exists(reference.Location) && Entries.All(entry => entry.Name != reference.Location)
            ? reference with { Kind = DataKind.Folder }
            : reference;

    private DataEntry Find(DataReference reference)
    {
        if (Entries.FirstOrDefault(entry => entry.Name == reference.Location) is { } found) return found;
        var names = Entries.Select(entry => entry.Name).ToArray();
        throw new DataException(
            $"Unknown data set \"{reference.Location}\".",
            fix: $"{NearestName.Suggest(reference.Location, names)}Known data sets: {string.Join(", ", names)}. "
                + "A path to a folder of pictures (./pictures) or to a .csv, .tsv, .npy, .npz, .txt or .smi file works as well.");
    }

    private DataCache CacheOf(DataEntry entry) => new(entry.Name, Path.Combine(environment.CacheFolder, entry.Name));
}
