namespace Latent.Data;

/// <summary>A new folder next to where its contents will end up; it goes away with this object.</summary>
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
