using Latent.Data;
using Latent.Files;

namespace Latent.Cli;

/// <summary>
/// Opens the inputs of a call: by file extension a table, a text, an array or an image, otherwise a folder of images or a data set.
/// </summary>
/// <param name="call">The call that the inputs belong to.</param>
/// <param name="spec">The format of a row.</param>
/// <param name="resize">Whether images of a different size are resized.</param>
internal sealed class RowSources(Invocation call, RowSpec spec, bool resize = false)
{
    private readonly RowFileOptions options = new() { Resize = resize, Note = call.Note };

    /// <summary>The files opened so far.</summary>
    public InputFiles Files { get; } = new();

    /// <summary>Opens the rows of all inputs.</summary>
    public IRowSource Open(IEnumerable<string> inputs) => new JoinedRows([.. inputs.Select(Open)], call.Cancellation);

    private IRowSource Open(string input)
    {
        var reference = DataReference.Parse(input);
        Files.Add(FilesOf(reference.Location));
        return IsFile(reference) ? RowFile.Open(reference.Location, spec, options) : InMemory(input);
    }

    // Data sets, and files with settings, are read as in training. Text is read line by line, whatever the settings.
    private bool IsFile(DataReference reference) => reference switch
    {
        { FileKind: FileKind.Text or FileKind.Image } => true,
        { FileKind: FileKind.Smiles } => spec.Tokens is not null,
        { Kind: DataKind.Folder or DataKind.Name } when File.Exists(reference.Location) => true,
        { Settings.Count: > 0 } => false,
        { Kind: DataKind.Name } => Directory.Exists(reference.Location),
        _ => true,
    };

    private static IEnumerable<string> FilesOf(string location) =>
        Directory.Exists(location) ? Directory.EnumerateFiles(location, "*", SearchOption.AllDirectories) : [location];

    private MemoryRows InMemory(string input)
    {
        var data = new DataAccess(call).Read(input, spec.ToOptions() with { Resize = resize });
        spec.Check(data, input);
        return new(spec.Translate(data).Values, spec.Size);
    }
}
