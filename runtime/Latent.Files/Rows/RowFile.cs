using Latent.Imaging;

namespace Latent.Files;

/// <summary>
/// Opens a data file, or a folder of images, as rows of a model. The format is known by the file's name (<see cref="FileKinds"/>).
/// </summary>
/// <example>
/// <code>
/// var rows = RowFile.Open("requests.csv", RowSpec.InputOf(model));
/// foreach (var chunk in rows.Read())
///     scores.AddRange(model.Score(chunk.Values.Span).Values);
/// </code>
/// </example>
public static class RowFile
{
    /// <summary>
    /// Opens a file or a folder; tables, texts and images are read chunk by chunk, so that they may be larger than memory.
    /// </summary>
    /// <param name="path">
    /// A table, an array, an image or a folder of images, whose subfolders are read too. A text (<c>.txt</c>) is a table of numbers,
    /// unless the model reads texts.
    /// </param>
    /// <param name="spec">The format of a row.</param>
    /// <param name="options">How to read the file; null uses the defaults.</param>
    /// <exception cref="DataException">
    /// The file or folder is missing, has an unknown format, or does not match the format of a row. Tables, texts and images are
    /// checked when they are read.
    /// </exception>
    public static IRowSource Open(string path, RowSpec spec, RowFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(spec);
        var settled = options ?? new();
        return FileKinds.Find(path) switch
        {
            FileKind.Image => Images([path], path, spec, settled),
            FileKind.Text or FileKind.Smiles when spec.Tokens is not null => new TokenLines(path, spec),
            FileKind.Csv or FileKind.Parquet or FileKind.Text => new TableRows(path, spec, settled.Note),
            FileKind.Npy or FileKind.Npz => Array(path, spec),
            FileKind.Unknown when !File.Exists(path) => Images(FilesBelow(path), path, spec, settled),
            FileKind.Smiles => throw new DataException(
                "The input is text, but the model does not take texts.", path, $"rows of {spec.Size} numbers (.npy, .csv)", "molecules"),
            _ => throw new DataException(
                "The file format is unknown.", path, "a file that ends in .npy, .npz, .csv, .tsv, .parquet, .png, .jpg, .jpeg or .bmp"),
        };
    }

    private static ImageRows Images(IReadOnlyList<string> files, string path, RowSpec spec, RowFileOptions options) => new(
        files,
        spec.Image ?? throw new DataException(
            "The input is an image, but the model does not take images.", path, $"rows of {spec.Size} numbers (.npy, .csv)",
            "an image or a folder"),
        options.Resize);

    private static MemoryRows Array(string path, RowSpec spec)
    {
        var samples = ArraySamples.Read(path);
        spec.CheckArray(samples, path);
        return new(samples.Values, spec.Size);
    }

    // A folder's own images, then those of its subfolders, in the same order on every system.
    private static IReadOnlyList<string> FilesBelow(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DataException(
                "There is no such folder.",
                folder,
                fix: "Check the spelling; paths are relative to the current folder.");

        var subfolders = Directory.GetDirectories(folder, "*", SearchOption.AllDirectories).Append(folder).Order(StringComparer.Ordinal);
        var withImages = subfolders.Where(HasImages).ToList();
        return withImages.Count == 0 ? ImageFolder.Files(folder) : [.. withImages.SelectMany(ImageFolder.Files)];
    }

    private static bool HasImages(string folder) => Directory.EnumerateFiles(folder).Any(ImageFolder.IsImageFile);
}
