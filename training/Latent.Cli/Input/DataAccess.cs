using Latent.Data;
using Latent.Files;

namespace Latent.Cli;

/// <summary>Opens data for a call and shows download progress.</summary>
internal sealed class DataAccess
{
    private readonly Invocation call;
    private readonly DownloadDisplay display;

    // Cached, because a request to an unavailable source takes long to fail.
    private readonly Dictionary<string, bool> availability = [];

    public DataAccess(Invocation call)
    {
        this.call = call;
        display = new DownloadDisplay(call);
        Catalogue = new(DataEnvironment.FromProcess() with { Progress = display, Notes = new NoteDisplay(call) });
    }

    public DataCatalogue Catalogue { get; }

    /// <summary>Opens the training, validation and test rows.</summary>
    public DataSplits Open(string nameOrPath, DataOptions? options = null)
    {
        FetchFirst(nameOrPath);
        return Catalogue.Open(nameOrPath, options, call.Cancellation);
    }

    /// <summary>Reads all rows of a file or folder, or the test rows of a named data set.</summary>
    public Dataset Read(string nameOrPath, DataOptions? options = null)
    {
        FetchFirst(nameOrPath);
        var isNamed = Catalogue.Entries.Any(entry => entry.Name == DataReference.Parse(nameOrPath).Location);
        return isNamed
            ? Catalogue.Open(nameOrPath, options, call.Cancellation).Test
            : Catalogue.Read(nameOrPath, options, call.Cancellation);
    }

    /// <summary>Downloads a data set.</summary>
    /// <returns>Its folder; null for generated data.</returns>
    public string? Fetch(string name) => display.While(() => Catalogue.Fetch(name, call.Cancellation));

    /// <summary>Downloads a data set, unless an earlier call did, and returns whether a source provided it.</summary>
    public bool CanFetch(string name)
    {
        if (availability.TryGetValue(name, out var known))
            return known;
        try
        {
            Fetch(name);
            return availability[name] = true;
        }
        catch (DataException exception) when (exception.IsUnavailable)
        {
            return availability[name] = false;
        }
    }

    private void FetchFirst(string nameOrPath)
    {
        var name = DataReference.Parse(nameOrPath).Location;
        if (Catalogue.Entries.FirstOrDefault(entry => entry.Name == name) is { } entry && Catalogue.GetState(entry) == DataState.NotFetched)
            Fetch(name);
    }
}
