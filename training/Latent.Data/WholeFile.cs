namespace Latent.Data;

/// <summary>A file that appears under its name only when it is complete; disposal without completion deletes it.</summary>
public sealed class WholeFile : IDisposable
{
    private readonly string path;
    private readonly string temporary;

    /// <summary>Opens a temporary file beside <paramref name="path"/>, and creates missing folders.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public WholeFile(string path)
    {
        this.path = Path.GetFullPath(path);
        temporary = $"{this.path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
            Stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException(
                "The file cannot be written.", path, received: error.Message.TrimEnd('.'),
                fix: "Choose a writable folder with enough free space.", inner: error);
        }
    }

    /// <summary>Receives the contents.</summary>
    public FileStream Stream { get; }

    /// <summary>Renames the temporary file; an existing file is replaced.</summary>
    public void Complete()
    {
        Stream.Dispose();
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Deletes the temporary file if <see cref="Complete"/> was not called.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(temporary);
    }
}
