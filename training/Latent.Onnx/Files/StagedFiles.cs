namespace Latent.Onnx.Files;

/// <summary>A folder beside a file that is being made: what is in it appears at once, or never.</summary>
internal sealed class StagedFiles : IDisposable
{
    private readonly string target;
    private readonly string folder;

    /// <param name="path">The file that is being made.</param>
    /// <exception cref="ExportException">There is no folder for it, or it cannot be written to.</exception>
    public StagedFiles(string path)
    {
        target = Path.GetFullPath(path);
        folder = $"{target}.{Path.GetRandomFileName()}.tmp";
        Guarded(() => Directory.CreateDirectory(Directory.Exists(Parent) ? folder : throw new DirectoryNotFoundException($"There is no folder '{Parent}'.")));
    }

    private string Parent => Path.GetDirectoryName(target) ?? target;

    /// <summary>Where a file lies until it appears.</summary>
    /// <param name="name">Its name.</param>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Does what writes, and says in words of the target what went wrong.</summary>
    public void Guarded(Action write) => Guarded(() =>
    {
        write();
        return true;
    });

    /// <summary>Does what writes, and says in words of the target what went wrong.</summary>
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

    /// <summary>Lets the files appear, what others refer to first.</summary>
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
