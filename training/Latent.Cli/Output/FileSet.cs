namespace Latent.Cli;

/// <summary>
/// A set of files that appear in a folder all together or not at all: they are written to a temporary subfolder and moved to
/// their final paths once all are complete.
/// </summary>
/// <param name="folder">The output folder, missing or empty.</param>
internal sealed class FileSet(string folder) : IDisposable
{
    private readonly string staging = Path.Combine(folder, $".latent-{Guid.NewGuid():N}.tmp");
    private readonly List<string> names = [];

    /// <summary>Returns the temporary path for the file with this name.</summary>
    public string PathOf(string name)
    {
        Directory.CreateDirectory(staging);
        names.Add(name);
        return Path.Combine(staging, name);
    }

    /// <summary>Moves all files to their final paths; if one cannot be moved, none remains.</summary>
    public void Complete()
    {
        var moved = new List<string>();
        try
        {
            foreach (var name in names)
            {
                var target = Path.Combine(folder, name);
                File.Move(Path.Combine(staging, name), target);
                moved.Add(target);
            }
        }
        catch
        {
            moved.ForEach(File.Delete);
            throw;
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(staging))
            Directory.Delete(staging, recursive: true);
    }
}
