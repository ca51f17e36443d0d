namespace Latent.Cli;

/// <summary>The files that a call reads, so that none of them is written over.</summary>
internal sealed class InputFiles
{
    private readonly HashSet<string> files = new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);

    public void Add(IEnumerable<string> paths) => files.UnionWith(paths.Select(Real));

    /// <exception cref="UsageException">The path is one of the files.</exception>
    public void RejectReplacement(string target)
    {
        if (files.Contains(Real(target)))
            throw new UsageException($"'{target}' is an input and would be overwritten. Write to another place.");
    }

    // A folder may be reached by a link as well as by its own name.
    private static string Real(string path)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(path)) ?? path);
        var target = folder.Exists ? folder.ResolveLinkTarget(returnFinalTarget: true) : null;
        return Path.Combine((target ?? folder).FullName, Path.GetFileName(path));
    }
}
