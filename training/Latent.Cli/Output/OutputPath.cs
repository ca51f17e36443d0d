namespace Latent.Cli;

/// <summary>The output path of rows and their format, which the file extension determines.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="Kind">The format.</param>
internal sealed record OutputPath(string Path, OutputKind Kind)
{
    /// <summary>The help text of options that write rows of a model.</summary>
    public const string RowsHelp =
        "Output path: .npy, .csv, .png (all images on one sheet), or a folder of separate images if the path ends with a slash.";

    /// <summary>Parses a path and checks before any work that it is writable.</summary>
    /// <param name="path">The path as given by the user.</param>
    /// <param name="areImages">Whether the rows are images.</param>
    /// <exception cref="UsageException">The extension is unknown, or it is an image format and the rows are not images.</exception>
    /// <exception cref="IOException">The path is not writable.</exception>
    public static OutputPath Open(string path, bool areImages)
    {
        var output = new OutputPath(path, KindOf(path));
        if (output.Kind is OutputKind.Sheet or OutputKind.Folder && !areImages)
            throw new UsageException($"'{path}' cannot be written: the rows are not images. Use a path that ends in .npy or .csv.");
        output.CheckWritable();
        return output;
    }

    private static OutputKind KindOf(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() switch
    {
        _ when path.EndsWith('/') || path.EndsWith(System.IO.Path.DirectorySeparatorChar) => OutputKind.Folder,
        ".npy" => OutputKind.Npy,
        ".csv" => OutputKind.Csv,
        ".png" => OutputKind.Sheet,
        _ => throw new UsageException(
            $"'{path}' has an unknown format. Use a path that ends in .npy, .csv or .png, or in a slash for a folder of images."),
    };

    private void CheckWritable()
    {
        var isFolder = Kind == OutputKind.Folder;
        if (!isFolder && Directory.Exists(Path))
            throw new UsageException($"'{Path}' is a folder. Use the path of a file.");
        WritableFolder.Check(isFolder ? Path : System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
    }
}
