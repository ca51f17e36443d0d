using Latent.Data;
using Latent.Imaging;

namespace Latent.Cli;

/// <summary>
/// Opens the inputs of a call: by file extension a table, a text, an array or an image, otherwise a folder of images or a data set.
/// </summary>
/// <param name="call">The call that the inputs belong to.</param>
/// <param name="spec">The format of a row.</param>
/// <param name="resize">Whether images of a different size are resized.</param>
internal sealed class RowSources(Invocation call, RowSpec spec, bool resize = false)
{
    /// <summary>The files opened so far.</summary>
    public InputFiles Files { get; } = new();

    /// <summary>Opens the rows of all inputs.</summary>
    public IRowSource Open(IEnumerable<string> inputs) => new JoinedRows([.. inputs.Select(Open)], call.Cancellation);

    private IRowSource Open(string input)
    {
        if (ImageFolder.IsImageFile(input))
        {
            Files.Add([input]);
            return Images([input], input);
        }

        var reference = DataReference.Parse(input);
        Files.Add(FilesOf(reference.Location));
        return reference switch
        {
            { Kind: DataKind.Folder or DataKind.Name } when IsPackedText(reference.Location) && File.Exists(reference.Location) => Table(reference.Location),
            { Kind: DataKind.Text or DataKind.Smiles } when spec.Tokens is not null => new TokenLines(reference.Location, spec),
            { Kind: DataKind.Text } => Table(reference.Location),
            { Kind: DataKind.Folder or DataKind.Name } when File.Exists(reference.Location) => throw UnknownFormat(reference.Location),
            { Settings.Count: > 0 } => InMemory(input),
            { Kind: DataKind.Csv } => Table(reference.Location),
            { Kind: DataKind.Folder } => Images(FilesBelow(reference.Location), input),
            { Kind: DataKind.Name } when Directory.Exists(input) => Images(FilesBelow(input), input),
            _ => InMemory(input),
        };
    }

    private CsvRows Table(string path) => new(path, spec, call.Note);

    // Text tables are often named this way.
    private static bool IsPackedText(string path) => path.EndsWith(".txt.gz", StringComparison.OrdinalIgnoreCase);

    private ImageRows Images(IReadOnlyList<string> files, string input) => new(
        files,
        spec.Image ?? throw new DataException(
            "The input is an image, but the model does not take images.", input, $"rows of {spec.Size} numbers (.npy, .csv)",
            "an image or a folder"),
        resize);

    private static IEnumerable<string> FilesOf(string location) =>
        Directory.Exists(location) ? Directory.EnumerateFiles(location, "*", SearchOption.AllDirectories) : [location];

    private DatasetRows InMemory(string input)
    {
        var data = new DataAccess(call).Read(input, spec.ToOptions() with { Resize = resize });

        // A one-dimensional array is read as rows of one number each; an array of the row size is a single row.
        if (data.SampleSize == 1 && data.Count == spec.Size)
            data = new(data.Name, [spec.Size], data.Values);
        spec.Check(data, input);
        return new(spec.Translate(data), spec);
    }

    // A folder's own images, then those of its subfolders, in the same order on every system.
    private static IReadOnlyList<string> FilesBelow(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DataException("There is no such folder.", folder, fix: "Check the spelling; paths are relative to the current folder.");

        var subfolders = Directory.GetDirectories(folder, "*", SearchOption.AllDirectories).Append(folder).Order(StringComparer.Ordinal);
        var withImages = subfolders.Where(HasImages).ToList();
        return withImages.Count == 0 ? ImageFolder.Files(folder) : [.. withImages.SelectMany(ImageFolder.Files)];
    }

    private static bool HasImages(string folder) =>
        Directory.EnumerateFiles(folder).Any(ImageFolder.IsImageFile);

    private static DataException UnknownFormat(string path) =>
        new("The file format is unknown.", path, "a file that ends in .npy, .npz, .csv, .tsv, .png, .jpg, .jpeg or .bmp");
}
