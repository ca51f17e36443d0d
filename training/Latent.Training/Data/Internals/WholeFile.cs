using Latent.Bundles;

namespace Latent.Training.Data;

/// <summary>A file that appears under its name only once it is whole; abandoned, it leaves nothing behind.</summary>
internal sealed class WholeFile : IDisposable
{
    private readonly AtomicFile file;

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
                fix: "Choose a folder that can be written and has room.", inner: error);
        }
    }

    public FileStream Stream => file.Stream;

    public void Complete() => file.Commit();

    public void Dispose() => file.Dispose();
}
