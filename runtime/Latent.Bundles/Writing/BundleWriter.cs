namespace Latent.Bundles;

/// <summary>
/// Writes a bundle so that a half-written one never exists: files are collected in a folder beside the target
/// (<c>NAME.tmp-...</c>), the manifest is written last, then the folder takes the target's name.
/// </summary>
/// <remarks>
/// Dispose without <see cref="Commit"/> removes what was collected. What a killed process left behind is removed by the
/// next writer of the same target. Not thread-safe. Of two writers that commit to one target at the same moment, one may fail.
/// </remarks>
/// <example>
/// <code>
/// using var writer = BundleWriter.Create("models/mnist-vae");
/// exporter.Save(writer.PathOf("encode.onnx"));
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

    /// <summary>The folder that collects the files until <see cref="Commit"/>. Full path.</summary>
    public string Folder => staging.Folder;

    /// <summary>The folder the bundle will have. Full path.</summary>
    public string Target => staging.Target;

    /// <summary>Starts a bundle.</summary>
    /// <param name="targetFolder">
    /// Where the bundle goes. Its parent is created when it is missing; a bundle that is there is replaced at
    /// <see cref="Commit"/>, not before.
    /// </param>
    /// <returns>The writer.</returns>
    /// <exception cref="BundleException">
    /// The folder cannot be written, or the target exists and is neither empty nor a bundle.
    /// </exception>
    public static BundleWriter Create(string targetFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(targetFolder);
        return new(StagingFolder.Create(Path.TrimEndingDirectorySeparator(Path.GetFullPath(targetFolder))));
    }

    /// <summary>Where to write a file of the bundle, before <see cref="Commit"/>. Its folder exists afterwards.</summary>
    /// <param name="relativePath">A name such as <c>encode.onnx</c>, or a path such as <c>report/samples.png</c>.</param>
    /// <returns>Full path in the collecting folder.</returns>
    /// <exception cref="ArgumentException">The path is absolute or leads out of the bundle.</exception>
    /// <exception cref="BundleException">The folder cannot be made.</exception>
    public string GetPath(string relativePath)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentException.ThrowIfNullOrEmpty(relativePath);
        if (!relativePath.Split('/').All(BundleFileName.IsPlain))
            throw new ArgumentException($"'{relativePath}' is not a path inside a bundle. Each part must be {BundleFileName.Rule}.", nameof(relativePath));

        var path = Path.Combine([Folder, .. relativePath.Split('/')]);
        BundleFiles.Writing(path, () => Directory.CreateDirectory(Path.GetDirectoryName(path)!));
        return path;
    }

    /// <summary>Writes the golden vectors of a graph to <c>golden/GRAPH/</c>.</summary>
    /// <param name="graph">Role of the graph, such as <c>encode</c>.</param>
    /// <param name="inputs">Its inputs, named as in the graph and in its order.</param>
    /// <param name="outputs">The outputs that belong to them, named as in the graph and in its order.</param>
    /// <exception cref="BundleException">The files cannot be written.</exception>
    public void AddGolden(string graph, IReadOnlyList<NamedTensor> inputs, IReadOnlyList<NamedTensor> outputs)
    {
        var folder = Path.GetDirectoryName(GetPath($"{BundleFileName.Golden}/{graph}/input_0.pb"))!;
        BundleFiles.Writing(folder, () => GoldenFolder.Write(Folder, graph, new(inputs, outputs)));
    }

    /// <summary>
    /// Fills in sizes and digests, writes <c>bundle.json</c>, checks the result as <see cref="Bundle.Open"/> would, and
    /// gives the folder its name. An existing bundle is moved aside first and removed last.
    /// </summary>
    /// <param name="manifest">The manifest; sizes and digests in it are ignored.</param>
    /// <returns>The bundle at its final place.</returns>
    /// <exception cref="BundleException">
    /// The manifest is invalid, lists a file that was not written, leaves one unlisted, or the disk refuses.
    /// The target is then as it was before.
    /// </exception>
    public Bundle Commit(BundleManifest manifest)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(manifest);
        if (committed)
            throw new InvalidOperationException("This bundle is committed already. Create another writer for another bundle.");

        var complete = ManifestCompletion.Complete(manifest, Folder);
        var path = Path.Combine(Folder, BundleFileName.Manifest);
        var bytes = ManifestWriter.Write(complete, path);
        BundleFiles.Writing(path, () => File.WriteAllBytes(path, bytes));

        var bundle = BundleOpener.Open(Folder, verifyHashes: false);
        staging.MoveToTarget();
        committed = true;
        return Bundle.Checked(Target, bundle.Manifest, bundle.Digest);
    }

    /// <summary>Removes what was collected, unless it was committed.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        staging.Dispose();
    }
}
