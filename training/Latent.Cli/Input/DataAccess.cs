using Latent.Data;

namespace Latent.Cli;

/// <summary>Opens data for a call, and shows how far a download has come.</summary>
internal sealed class DataAccess
{
    private readonly Invocation call;
    private readonly DownloadDisplay display;

    // Asking sources that do not answer takes its time.
    private readonly Dictionary<string, bool> answers = [];

    public DataAccess(Invocation call)
    {
        this.call = call;
        display = new DownloadDisplay(call);
        Catalogue = new(DataEnvironment.FromProcess() with { Progress = display, Notes = new NoteDisplay(call) });
    }

    public DataCatalogue Catalogue { get; }

    /// <summary>Training, validation and test rows.</summary>
    public DataSplits Open(string nameOrPath, DataOptions? options = null)
    {
        FetchFirst(nameOrPath);
        return Catalogue.Open(nameOrPath, options, call.Cancellation);
    }

    /// <summary>All rows of a file or folder; of a data set with a name, its test rows.</summary>
    public Dataset Read(string nameOrPath, DataOptions? options = null)
    {
        FetchFirst(nameOrPath);
        var isNamed = Catalogue.Entries.Any(entry => entry.Name == DataReference.Parse(nameOrPath).Location);
        return isNamed ? Catalogue.Open(nameOrPath, options, call.Cancellation).Test : Catalogue.Read(nameOrPath, options, call.Cancellation);
    }

    /// <summary>Fetches a data set.</summary>
    /// <returns>Its folder; null for a generator.</returns>
    public string? Fetch(string name) => display.While(() => Catalogue.Fetch(name, call.Cancellation));

    /// <summary>Fetches a data set unless an earlier call did, and says whether some source gave it.</summary>
    public bool CanFetch(string name)
    {
        if (answers.TryGetValue(name, out var known))
            return known;
        try
        {
            Fetch(name);
            return answers[name] = true;
        }
        catch (DataException exception) when (exception.IsUnavailable)
        {
            return answers[name] = false;
        }
    }

    private void FetchFirst(string nameOrPath)
    {
        var name = DataReference.Parse(nameOrPath).Location;
        if (Catalogue.Entries.FirstOrDefault(entry => entry.Name == name) is { } entry && Catalogue.GetState(entry) == DataState.NotFetched)
            Fetch(name);
    }
}
