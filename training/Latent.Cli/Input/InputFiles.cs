namespace Latent.Cli;

/// <summary>The files that a call reads, kept to prevent overwriting them.</summary>
internal sealed class InputFiles
{
    private readonly HashSet<string> files = new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);

    public void Add(IEnumerable<string> paths) => files.UnionWith(paths.Select(Real));

    /// <exception cref="UsageException">The path is one of the files.</exception>
    public void RejectReplacement(string target)
    {
        if (files.Contains(Real(target)))
            throw new UsageException($"'{target}' is an input and would be overwritten. Choose another output path.");
    }

    // A symbolic link may point to the folder.
    private static string Real(string path)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(path)) ?? path);
        var target = folder.Exists ? folder.ResolveLinkTarget(returnFinalTarget: true) : null;
        return Path.Combine((target ?? folder).FullName, Path.GetFileName(path));
    }
}
