using Latent.Files;

namespace Latent.Data;

/// <summary>The named data sets, and the single entry point for opening them or the user's own files and folders.</summary>
public sealed class DataCatalogue
{
    private readonly DataEnvironment environment;

    /// <summary>Creates a catalogue of the built-in data sets.</summary>
    /// <param name="environment">Where data is stored; null uses the environment variables.</param>
    public DataCatalogue(DataEnvironment? environment = null)
        : this(BuiltInEntries.All, environment ?? DataEnvironment.FromProcess())
    {
    }

    internal DataCatalogue(IReadOnlyList<DataEntry> entries, DataEnvironment environment)
    {
        this.environment = environment;
        Entries = entries;
        if (entries.GroupBy(entry => entry.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } duplicate)
            throw new ArgumentException($"The catalogue contains the name \"{duplicate.Key}\" twice.", nameof(entries));
    }

    /// <summary>All named data sets, in listing order.</summary>
    public IReadOnlyList<DataEntry> Entries { get; }

    /// <summary>Returns the entry named <paramref name="name"/>; settings after a question mark are ignored.</summary>
    /// <exception cref="DataException">The name is unknown; the message lists the known names.</exception>
    public DataEntry Find(string name) => Find(DataReference.Parse(name));

    /// <summary>Returns whether the data set can be opened without a download; checks only file names and sizes.</summary>
    public DataState GetState(DataEntry entry)
    {
        if (entry.Files.Count == 0) return DataState.Generated;
        var cache = CacheOf(entry);
        return entry.Files.All(cache.LooksPresent) ? DataState.Cached : DataState.NotFetched;
    }

    /// <summary>Returns the cache folder of the data set's files, which may not have been fetched yet.</summary>
    /// <exception cref="DataException">The name is unknown, or the data set is a generator without files.</exception>
    public string GetPath(string name)
    {
        var entry = Find(name);
        if (entry.Files.Count > 0) return CacheOf(entry).Folder;
        throw new DataException("The data set is generated and has no files.", $"data set \"{entry.Name}\"", fix: "Open it by name.");
    }

    /// <summary>Ensures that every file of a named data set is cached and verified; fetches missing and corrupt files.</summary>
    /// <param name="name">A name in the catalogue.</param>
    /// <param name="cancellation">Stops the transfer; partial files are kept, and the next call resumes them.</param>
    /// <returns>The folder with the files; null for a generator, which has none.</returns>
    /// <exception cref="DataException">
    /// The name is unknown, or no source provided the files: the message lists each source and its failure.
    /// </exception>
    public string? Fetch(string name, CancellationToken cancellation = default)
    {
        var entry = Find(name);
        if (entry.Files.Count == 0) return null;
        var cache = CacheOf(entry);
        try
        {
            Task.Run(() => new DataFetcher(entry, cache, environment).RunAsync(cancellation), CancellationToken.None).GetAwaiter()
                .GetResult();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException(
                "The cache cannot be used.",
                cache.Folder,
                received: error.Message.TrimEnd('.'),
                fix: "Set LATENT_CACHE to a writable folder with enough free space.",
                inner: error);
        }

        return cache.Folder;
    }

    /// <summary>Opens a data set and splits it into training, validation and test sets.</summary>
    /// <param name="nameOrPath">A <see cref="DataReference"/>: a name, or a path to a folder or file.</param>
    /// <param name="options">
    /// Split sizes and seed, and how to read files; null uses the defaults. Settings after a question mark take precedence.
    /// </param>
    /// <param name="cancellation">Stops a transfer.</param>
    /// <exception cref="DataException">The data cannot be found, fetched, read or split.</exception>
    public DataSplits Open(string nameOrPath, DataOptions? options = null, CancellationToken cancellation = default)
    {
        var (data, settled) = Load(nameOrPath, options, cancellation);
        return data.Divide(settled);
    }

    /// <summary>
    /// Reads all samples of a file or folder, unsplit and in file order. For a data set published with a test set, reads the
    /// test set.
    /// </summary>
    /// <param name="nameOrPath">A <see cref="DataReference"/>: a name, or a path to a folder or file.</param>
    /// <param name="options">How to read files; null uses the defaults. Settings after a question mark take precedence.</param>
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
        var data = entry is null
            ? UserData.Read(reference, settled)
            : entry.Read(Fetch(entry.Name, cancellation) ?? "", reference, settled);
        return (data, settled);
    }

    /// <summary>Treats the bare name of an existing folder as a path, unless a data set has that name.</summary>
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
                + "A path to an image folder (./images) or to a .csv, .tsv, .parquet, .npy, .npz, .txt or .smi file also works.");
    }

    private DataCache CacheOf(DataEntry entry) => new(entry.Name, Path.Combine(environment.CacheFolder, entry.Name));
}
