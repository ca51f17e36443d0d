namespace Latent.Cli;

/// <summary>Paths as people read them.</summary>
internal static class ShortPath
{
    /// <summary>From the current folder, or in full, whichever is shorter.</summary>
    public static string Format(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.Length < path.Length ? relative : path;
    }
}
