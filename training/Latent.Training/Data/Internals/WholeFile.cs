namespace Latent.Training.Data;

/// <summary>A file that appears under its name only when it is complete; disposal without completion deletes it.</summary>
internal sealed class WholeFile : IDisposable
{
    private readonly string path;
    private readonly string temporary;

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

    public FileStream Stream { get; }

    public void Complete()
    {
        Stream.Dispose();
        File.Move(temporary, path, overwrite: true);
    }

    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(temporary);
    }
}
