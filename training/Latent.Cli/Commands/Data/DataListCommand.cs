using Latent.Data;
using Spectre.Console;

namespace Latent.Cli;

/// <summary><c>latent data list</c>.</summary>
internal sealed class DataListCommand(Terminal terminal, CancellationToken cancellation)
    : LatentSubcommand(
        "list",
        "Lists the named data sets. A path to an image folder or a .csv, .parquet, .npy, .npz or .txt file works wherever a name does.",
        terminal,
        cancellation)
{
    protected override int Execute(Invocation call)
    {
        var catalogue = new DataAccess(call).Catalogue;
        var data = catalogue.Entries.Select(entry => new
        {
            entry.Name,
            entry.Title,
            entry.License,
            State = StateOf(
            catalogue,
            entry),
            Bytes = entry.Size,
            Sources = entry.Sources.Select(source => source.Description),
            entry.Settings
        });
        call.Answer(new { data }, console => console.Write(TableOf(catalogue)));
        return ExitCode.Done;
    }

    private static Table TableOf(DataCatalogue catalogue)
    {
        var table = Tables.Create(["name", "description", "size", "state", "sources", "license"], "size");
        foreach (var entry in catalogue.Entries)
            table.Add(
                entry.Name,
                entry.Title,
                entry.Files.Count == 0 ? "" : NumberText.Bytes(entry.Size),
                StateOf(catalogue, entry),
                SourcesOf(entry),
                entry.License);
        return table;
    }

    // The LATENT_DATA folder is a source of every data set, so it is not listed with the others.
    private static string SourcesOf(
        DataEntry entry) => string.Join(", ", entry.Sources.Where(
            source => source is not MirrorSource).Select(source => source.Description)) switch
        {
            "" when entry.Files.Count > 0 => "LATENT_DATA only",
            var sources => sources,
        };

    private static string StateOf(DataCatalogue catalogue, DataEntry entry) => catalogue.GetState(entry) switch
    {
        DataState.Generated => "generated",
        DataState.Cached => "cached",
        _ => "not fetched",
    };
}
