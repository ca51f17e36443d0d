namespace Latent.Cli;

/// <summary>
/// Files that appear in a folder together or not at all: they are written in a folder inside it, and take their places
/// once all are there.
/// </summary>
/// <param name="folder">Missing or empty.</param>
internal sealed class FileSet(string folder) : IDisposable
{
    private readonly string staging = Path.Combine(folder, $".latent-{Guid.NewGuid():N}.tmp");
    private readonly List<string> names = [];

    /// <summary>Where to write the file of this name.</summary>
    public string PathOf(string name)
    {
        Directory.CreateDirectory(staging);
        names.Add(name);
        return Path.Combine(staging, name);
    }

    /// <summary>Gives every file its place; where one cannot have it, none has.</summary>
    public void Complete()
    {
        var placed = new List<string>();
        try
        {
            foreach (var name in names)
            {
                var position = Path.Combine(folder, name);
                File.Move(Path.Combine(staging, name), position);
                placed.Add(position);
            }
        }
        catch
        {
            placed.ForEach(File.Delete);
            throw;
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(staging))
            Directory.Delete(staging, recursive: true);
    }
}
