namespace Latent.Cli;

/// <summary>Where rows go, and in which format: the ending of the path says it.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="Kind">The format.</param>
internal sealed record OutputPath(string Path, OutputKind Kind)
{
    /// <summary>Help for options that take rows of a model.</summary>
    public const string RowsHelp = "Where to: .npy, .csv, .png (one sheet with every picture), or a folder for separate pictures if the path ends with a slash.";

    /// <summary>Reads a path, and makes sure before any work that something can be written there.</summary>
    /// <param name="path">As it was written.</param>
    /// <param name="arePictures">Whether what will be written can be drawn.</param>
    /// <exception cref="UsageException">The ending is unknown, or numbers that are no pictures should be drawn.</exception>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    public static OutputPath Open(string path, bool arePictures)
    {
        var output = new OutputPath(path, KindOf(path));
        if (output.Kind is OutputKind.Sheet or OutputKind.Folder && !arePictures)
            throw new UsageException($"'{path}' cannot be drawn: these rows are numbers, not pictures. Use a path that ends in .npy or .csv.");
        output.CheckWritable();
        return output;
    }

    private static OutputKind KindOf(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() switch
    {
        _ when path.EndsWith('/') || path.EndsWith(System.IO.Path.DirectorySeparatorChar) => OutputKind.Folder,
        ".npy" => OutputKind.Npy,
        ".csv" => OutputKind.Csv,
        ".png" => OutputKind.Sheet,
        _ => throw new UsageException($"'{path}' has no known format. Use a path that ends in .npy, .csv or .png, or in a slash for a folder of pictures."),
    };

    private void CheckWritable()
    {
        var isFolder = Kind == OutputKind.Folder;
        if (!isFolder && Directory.Exists(Path))
            throw new UsageException($"'{Path}' is a folder. Use the path of a file.");
        WritableFolder.Check(isFolder ? Path : System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
    }
}
