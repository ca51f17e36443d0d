namespace Latent.Data;

/// <summary>One file of a data set. Size and hash are those of the plain file, whichever way it was packed on its journey.</summary>
/// <param name="Name">Name of the plain file, without folder and without <c>.gz</c>.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record DataFile(string Name, long Size, string Sha256)
{
    /// <summary>The Debian package that has the file, where a data set takes files from several; any otherwise.</summary>
    public string? Package { get; init; }

    /// <summary>The path of the file inside its package's folder, where it is not the name.</summary>
    public string? PackagePath { get; init; }
}
