namespace Latent.Onnx.Files;

/// <summary>A temporary folder beside a target file, whose files are published together or not at all.</summary>
internal sealed class StagedFiles : IDisposable
{
    private readonly string target;
    private readonly string folder;

    /// <param name="path">The target file.</param>
    /// <exception cref="ExportException">Its folder does not exist, or cannot be written to.</exception>
    public StagedFiles(string path)
    {
        target = Path.GetFullPath(path);
        folder = $"{target}.{Path.GetRandomFileName()}.tmp";
        Guarded(
            () =>
                Directory.CreateDirectory(
                    Directory.Exists(Parent) ? folder : throw new DirectoryNotFoundException($"There is no folder '{Parent}'.")));
    }

    private string Parent => Path.GetDirectoryName(target) ?? target;

    /// <summary>The path of a file until it is published.</summary>
    /// <param name="name">Its name.</param>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Runs an action that writes; its I/O errors name the target.</summary>
    public void Guarded(Action write) => Guarded(() =>
    {
        write();
        return true;
    });

    /// <summary>Runs an action that writes; its I/O errors name the target.</summary>
    public T Guarded<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw AtomicFile.Unwritable(target, exception);
        }
    }

    /// <summary>Publishes the files, in an order in which those that others refer to come first.</summary>
    public void Commit(params IEnumerable<string> names) => Guarded(() =>
    {
        foreach (var name in names)
            File.Move(PathOf(name), Path.Combine(Parent, name), overwrite: true);
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
