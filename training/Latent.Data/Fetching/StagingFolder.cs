namespace Latent.Data;

/// <summary>A temporary folder inside the target folder; deleted on disposal.</summary>
internal sealed class StagingFolder : IDisposable
{
    public StagingFolder(string near)
    {
        Path = System.IO.Path.Combine(near, $".tmp-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
