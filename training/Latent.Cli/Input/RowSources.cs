using Latent.Data;
using Latent.Imaging;

namespace Latent.Cli;

/// <summary>Opens what a person names as input: by its ending a table, a text, an array or a picture, else a folder of pictures or a data set.</summary>
/// <param name="call">The call that the input belongs to.</param>
/// <param name="spec">What a row must be.</param>
/// <param name="resize">Whether pictures of another size are resized.</param>
internal sealed class RowSources(Invocation call, RowSpec spec, bool resize = false)
{
    /// <summary>The files that were opened so far.</summary>
    public InputFiles Files { get; } = new();

    /// <summary>The rows of all inputs.</summary>
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

    // Many a table of text is called so.
    private static bool IsPackedText(string path) => path.EndsWith(".txt.gz", StringComparison.OrdinalIgnoreCase);

    private ImageRows Images(IReadOnlyList<string> files, string input) => new(files, spec.Image ?? throw new DataException(
        "The input is a picture, and the model does not take pictures.", input, $"rows of {spec.Size} numbers (.npy, .csv)", "a picture or a folder"), resize);

    private static IEnumerable<string> FilesOf(string location) =>
        Directory.Exists(location) ? Directory.EnumerateFiles(location, "*", SearchOption.AllDirectories) : [location];

    private DatasetRows InMemory(string input)
    {
        var data = new DataAccess(call).Read(input, spec.ToOptions() with { Resize = resize });

        // An array of one dimension is read as rows of one number; of the right length it is one row.
        if (data.SampleSize == 1 && data.Count == spec.Size)
            data = new(data.Name, [spec.Size], data.Values);
        spec.Check(data, input);
        return new(spec.Translate(data), spec);
    }

    // A folder's own pictures, then those of its subfolders, everywhere in the same order.
    private static IReadOnlyList<string> FilesBelow(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DataException("There is no such folder.", folder, fix: "Check the spelling; paths are relative to the current folder.");

        var subfolders = Directory.GetDirectories(folder, "*", SearchOption.AllDirectories).Append(folder).Order(StringComparer.Ordinal);
        var withPictures = subfolders.Where(HasImages).ToList();
        return withPictures.Count == 0 ? ImageFolder.Files(folder) : [.. withPictures.SelectMany(ImageFolder.Files)];
    }

    private static bool HasImages(string folder) =>
        Directory.EnumerateFiles(folder).Any(ImageFolder.IsImageFile);

    private static DataException UnknownFormat(string path) =>
        new("The file has no known format.", path, "a file that ends in .npy, .npz, .csv, .tsv, .png, .jpg, .jpeg or .bmp");
}
