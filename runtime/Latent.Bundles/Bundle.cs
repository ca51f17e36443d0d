namespace Latent.Bundles;

/// <summary>
/// A bundle on disk whose manifest and files have been checked. Opening it loads no graph and no weights.
/// </summary>
/// <remarks>
/// <see cref="Open"/> checks, in this order: the format version, keys, values and file names; that every listed file is inside
/// the folder and is not a link that points outside it; sizes; and the SHA-256 of every listed file. Golden files are optional and
/// not listed.
/// </remarks>
public sealed class Bundle
{
    private Bundle(string folder, BundleManifest manifest, string digest) =>
        (Folder, Manifest, Digest) = (folder, manifest, digest);

    /// <summary>Full path of the bundle's folder.</summary>
    public string Folder { get; }

    /// <summary>The content of <c>bundle.json</c>.</summary>
    public BundleManifest Manifest { get; }

    /// <summary>
    /// SHA-256 of <c>bundle.json</c>, 64 lower-case hexadecimal digits. The manifest holds the digest of every graph and of
    /// the weights, so this digest identifies the whole model.
    /// </summary>
    public string Digest { get; }

    /// <summary>Reads and checks a bundle.</summary>
    /// <param name="path">The bundle's folder, the one that holds <c>bundle.json</c>.</param>
    /// <param name="verifyHashes">
    /// Whether to read the files and compare their SHA-256; sizes are always compared. Default: true.
    /// </param>
    /// <returns>The bundle.</returns>
    /// <exception cref="BundleException">A part of the bundle is missing, changed, unknown or misplaced.</exception>
    public static Bundle Open(string path, bool verifyHashes = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return BundleOpener.Open(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)), verifyHashes);
    }

    /// <summary>Returns the full path of a graph's file.</summary>
    /// <param name="graph">A graph of <see cref="Manifest"/>.</param>
    public string GetPath(GraphEntry graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Path.Combine(Folder, graph.File);
    }

    /// <summary>Returns the full path of a listed file.</summary>
    /// <param name="file">A file of <see cref="Manifest"/>.</param>
    public string GetPath(FileEntry file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Path.Combine(Folder, file.File);
    }

    /// <summary>Reads the golden inputs and outputs of a graph.</summary>
    /// <param name="graph">Role of the graph, such as <c>encode</c>.</param>
    /// <returns>The vectors, or null when the bundle has none for this graph.</returns>
    /// <exception cref="BundleException">A golden file is damaged, or a link points outside the bundle.</exception>
    public GoldenVectors? ReadGolden(string graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return GoldenFolder.Read(Folder, graph);
    }

    internal static Bundle Checked(string folder, BundleManifest manifest, string digest) => new(folder, manifest, digest);
}
