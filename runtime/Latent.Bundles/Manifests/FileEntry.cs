namespace Latent.Bundles;

/// <summary>A file of a bundle that is not a graph, such as <c>weights.bin</c>.</summary>
public sealed record FileEntry
{
    /// <summary>File name inside the bundle folder.</summary>
    public required string File { get; init; }

    /// <summary>Length of the file in bytes. <see cref="BundleWriter.Commit"/> fills it.</summary>
    public long Size { get; init; }

    /// <summary>SHA-256 of the file, 64 lower-case hexadecimal digits. <see cref="BundleWriter.Commit"/> fills it.</summary>
    public string Sha256 { get; init; } = "";
}
