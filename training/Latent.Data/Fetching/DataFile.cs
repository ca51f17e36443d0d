namespace Latent.Data;

/// <summary>One file of a data set. Size and hash are those of the uncompressed file, whatever the transfer format.</summary>
/// <param name="Name">Name of the uncompressed file, without folder and without <c>.gz</c>.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record DataFile(string Name, long Size, string Sha256)
{
    /// <summary>The Debian package that contains the file, if the data set uses several packages; null otherwise.</summary>
    public string? Package { get; init; }

    /// <summary>The path of the file inside the package's folder, if it differs from the name.</summary>
    public string? PackagePath { get; init; }
}
