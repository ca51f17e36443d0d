using Latent.Imaging;

namespace Latent.Files;

/// <summary>Decides the format of a data file by its extension, in lower or upper case.</summary>
public static class FileKinds
{
    private const string Gzip = ".gz";

    /// <summary>Returns the format of a file.</summary>
    /// <param name="path">The file; it need not exist.</param>
    public static FileKind Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var kind = FindUnpacked(WithoutGzip(path));
        return IsGzip(path) && !IsText(kind) ? FileKind.Unknown : kind;
    }

    /// <summary>Whether a file is a table of named or numbered columns.</summary>
    public static bool IsTable(FileKind kind) => kind is FileKind.Csv or FileKind.Parquet;

    /// <summary>Whether a file is compressed by gzip: its name ends in <c>.gz</c>.</summary>
    internal static bool IsGzip(string path) => path.EndsWith(Gzip, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the field separator of a text table: a tab for <c>.tsv</c>, otherwise a comma.</summary>
    internal static char SeparatorOf(string path) =>
        Path.GetExtension(WithoutGzip(path)).Equals(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',';

    private static FileKind FindUnpacked(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" or ".tsv" => FileKind.Csv,
        ".parquet" => FileKind.Parquet,
        ".npy" => FileKind.Npy,
        ".npz" => FileKind.Npz,
        ".txt" => FileKind.Text,
        ".smi" => FileKind.Smiles,
        _ => ImageFolder.IsImageFile(path) ? FileKind.Image : FileKind.Unknown,
    };

    // The other formats have compression of their own.
    private static bool IsText(FileKind kind) => kind is FileKind.Csv or FileKind.Text or FileKind.Smiles;

    private static string WithoutGzip(string path) => IsGzip(path) ? path[..^Gzip.Length] : path;
}
