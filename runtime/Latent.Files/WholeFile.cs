using Latent.Bundles;

namespace Latent.Files;

/// <summary>A file that appears under its name only when it is complete; disposal without completion deletes it.</summary>
public sealed class WholeFile : IDisposable
{
    private readonly AtomicFile file;

    /// <summary>Opens a temporary file beside <paramref name="path"/>, and creates missing folders.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public WholeFile(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            file = new AtomicFile(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataException(
                "The file cannot be written.", path, received: error.Message.TrimEnd('.'),
                fix: "Choose a writable folder with enough free space.", inner: error);
        }
    }

    /// <summary>Receives the contents.</summary>
    public FileStream Stream => file.Stream;

    /// <summary>Renames the temporary file; an existing file is replaced.</summary>
    public void Complete() => file.Commit();

    /// <summary>Deletes the temporary file if <see cref="Complete"/> was not called.</summary>
    public void Dispose() => file.Dispose();
}
