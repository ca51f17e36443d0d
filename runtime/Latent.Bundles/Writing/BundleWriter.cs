namespace Latent.Bundles;

/// <summary>
/// Writes a bundle so that a half-written one never exists: collects the files in a staging folder next to the target
/// (<c>NAME.tmp-...</c>), writes the manifest last, then renames the folder to the target.
/// </summary>
/// <remarks>
/// Dispose without <see cref="Commit"/> removes the collected files. The next writer of the same target removes the files of a
/// killed process. Not thread-safe. When two writers commit to the same target at the same moment, one of them may fail.
/// </remarks>
/// <example>
/// <code>
/// using var writer = BundleWriter.Create("models/mnist-vae");
/// exporter.Save(writer.GetPath("encode.onnx"));
/// writer.AddGolden("encode", inputs, outputs);
/// var bundle = writer.Commit(manifest);
/// </code>
/// </example>
public sealed class BundleWriter : IDisposable
{
    private readonly StagingFolder staging;
    private bool committed;
    private bool disposed;

    private BundleWriter(StagingFolder staging) => this.staging = staging;

    /// <summary>The staging folder that holds the files until <see cref="Commit"/>. Full path.</summary>
    public string Folder => staging.Folder;

    /// <summary>The final folder of the bundle. Full path.</summary>
    public string Target => staging.Target;

    /// <summary>Starts writing a bundle.</summary>
    /// <param name="targetFolder">
    /// The folder of the bundle. A missing parent folder is created; an existing bundle is replaced at <see cref="Commit"/>,
    /// not before.
    /// </param>
    /// <returns>The writer.</returns>
    /// <exception cref="BundleException">
    /// The folder cannot be written to, or the target exists and is neither empty nor a bundle.
    /// </exception>
    public static BundleWriter Create(string targetFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(targetFolder);
        return new(StagingFolder.Create(Path.TrimEndingDirectorySeparator(Path.GetFullPath(targetFolder))));
    }

    /// <summary>Returns the path for a file of the bundle, to be written before <see cref="Commit"/>. Creates its folder.</summary>
    /// <param name="relativePath">A name such as <c>encode.onnx</c>, or a path such as <c>report/samples.png</c>.</param>
    /// <returns>Full path in the staging folder.</returns>
    /// <exception cref="ArgumentException">The path is absolute or points outside the bundle.</exception>
    /// <exception cref="BundleException">The folder cannot be created.</exception>
    public string GetPath(string relativePath)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentException.ThrowIfNullOrEmpty(relativePath);
        if (!relativePath.Split('/').All(BundleFileName.IsPlain))
            throw new ArgumentException(
                $"'{relativePath}' is not a path inside a bundle. Each part must be {BundleFileName.Rule}.",
                nameof(relativePath));

        var path = Path.Combine([Folder, .. relativePath.Split('/')]);
        BundleFiles.Writing(path, () => Directory.CreateDirectory(Path.GetDirectoryName(path)!));
        return path;
    }

    /// <summary>Writes the golden vectors of a graph to <c>golden/GRAPH/</c>.</summary>
    /// <param name="graph">Role of the graph, such as <c>encode</c>.</param>
    /// <param name="inputs">Its inputs, named as in the graph and in its order.</param>
    /// <param name="outputs">The matching outputs, named as in the graph and in its order.</param>
    /// <exception cref="BundleException">The files cannot be written.</exception>
    public void AddGolden(string graph, IReadOnlyList<NamedTensor> inputs, IReadOnlyList<NamedTensor> outputs)
    {
        var folder = Path.GetDirectoryName(GetPath($"{BundleFileName.Golden}/{graph}/input_0.pb"))!;
        BundleFiles.Writing(folder, () => GoldenFolder.Write(Folder, graph, new(inputs, outputs)));
    }

    /// <summary>
    /// Fills in sizes and digests, writes <c>bundle.json</c>, checks the result as <see cref="Bundle.Open"/> does, and renames
    /// the folder to the target. An existing bundle is moved aside first and removed last.
    /// </summary>
    /// <param name="manifest">The manifest; sizes and digests in it are ignored.</param>
    /// <returns>The bundle in its final folder.</returns>
    /// <exception cref="BundleException">
    /// The manifest is invalid, lists a file that was not written or omits one that was, or a write to the disk fails.
    /// The target is left unchanged.
    /// </exception>
    public Bundle Commit(BundleManifest manifest)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(manifest);
        if (committed)
            throw new InvalidOperationException("This bundle is already committed. Create another writer for another bundle.");

        var complete = ManifestCompletion.Complete(manifest, Folder);
        var path = Path.Combine(Folder, BundleFileName.Manifest);
        var bytes = ManifestWriter.Write(complete, path);
        BundleFiles.Writing(path, () => File.WriteAllBytes(path, bytes));

        var bundle = BundleOpener.Open(Folder, verifyHashes: false);
        staging.MoveToTarget();
        committed = true;
        return Bundle.Checked(Target, bundle.Manifest, bundle.Digest);
    }

    /// <summary>Removes the collected files unless the bundle was committed.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        staging.Dispose();
    }
}
