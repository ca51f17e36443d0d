using Latent.Training.Data;
using Spectre.Console;

namespace Latent.Cli;

/// <summary><c>latent data list</c>.</summary>
internal sealed class DataListVerb(Terminal terminal, CancellationToken cancellation)
    : LatentVerb("list", "Lists the data sets that have a name. A path to a folder of pictures or a .csv, .npy, .npz or .txt file works everywhere a name does.", terminal, cancellation)
{
    protected override int Execute(Invocation call)
    {
        var catalogue = new DataAccess(call).Catalogue;
        var data = catalogue.Entries.Select(entry => new { entry.Name, entry.Title, entry.License, State = StateOf(catalogue, entry), Bytes = entry.Size, entry.Settings });
        call.Answer(new { data }, console => console.Write(TableOf(catalogue)));
        return ExitCode.Done;
    }

    private static Table TableOf(DataCatalogue catalogue)
    {
        var table = Tables.Of(["name", "what it is", "size", "state", "license"], "size");
        foreach (var entry in catalogue.Entries)
            table.Add(entry.Name, entry.Title, entry.Files.Count == 0 ? "" : Numbers.Bytes(entry.Size), StateOf(catalogue, entry), entry.License);
        return table;
    }

    private static string StateOf(DataCatalogue catalogue, DataEntry entry) => catalogue.StateOf(entry) switch
    {
        DataState.Generated => "generated",
        DataState.Cached => "here",
        _ => "not fetched",
    };
}
