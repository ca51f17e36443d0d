namespace Latent.Bundles;

/// <summary>
/// A file that appears under its name only once all of it is written: it is written beside its place under another name
/// (<c>NAME.RANDOM.tmp</c>), then renamed. Without <see cref="Commit"/> nothing is left behind. Not thread-safe.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private const int BufferSize = 1 << 16;

    private readonly string path;
    private readonly string temporary;

    /// <summary>Begins a file.</summary>
    /// <param name="path">Its path; a file of that name is replaced at <see cref="Commit"/>, not before. Its folder exists.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public AtomicFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        this.path = Path.GetFullPath(path);
        temporary = $"{this.path}.{Path.GetRandomFileName()}.tmp";
        Stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize);
    }

    /// <summary>Receives the content.</summary>
    public FileStream Stream { get; }

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its path; a file of that name is replaced. Its folder exists.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written; one of that name is as it was before.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var file = new AtomicFile(path);
        write(file.Stream);
        file.Commit();
    }

    /// <summary>Closes the stream and gives the file its name.</summary>
    /// <exception cref="IOException">The file cannot be written; one of that name is as it was before.</exception>
    public void Commit()
    {
        Stream.Dispose();
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Removes what was written, unless it was committed.</summary>
    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
