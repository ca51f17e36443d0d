namespace Latent.Cli;

/// <summary>Shortens paths for display.</summary>
internal static class ShortPath
{
    /// <summary>Returns the path relative to the current folder or the full path, whichever is shorter.</summary>
    public static string Format(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.Length < path.Length ? relative : path;
    }
}
