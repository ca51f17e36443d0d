namespace Latent.Benchmarks;

/// <summary>Copies of a bundle in a temporary folder, which act as different models of the same size.</summary>
internal sealed class BundleCopies : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("latent-copies-");

    public BundleCopies(string folder, int count) => Folders = [.. Enumerable.Range(0, count).Select(position => Copy(folder, position))];

    public IReadOnlyList<string> Folders { get; }

    public void Dispose() => root.Delete(recursive: true);

    private string Copy(string folder, int position)
    {
        var copy = Path.Combine(root.FullName, $"{Path.GetFileName(folder)}-{position}");
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}
