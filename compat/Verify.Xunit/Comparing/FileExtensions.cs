namespace EmptyFiles;

/// <summary>Which file name extensions hold text.</summary>
public static class FileExtensions
{
    private static readonly HashSet<string> Text = new(StringComparer.OrdinalIgnoreCase)
    {
        "bat", "bash", "c", "cfg", "conf", "config", "cpp", "cs", "csproj", "css", "csv", "diff", "dot", "fs", "gitignore", "graphql",
        "h", "hpp", "htm", "html", "ini", "java", "js", "json", "jsonl", "log", "markdown", "md", "patch", "php", "props", "ps1", "py",
        "rb", "rs", "rst", "sh", "sln", "sql", "svg", "targets", "tex", "toml", "ts", "tsv", "txt", "vb", "xaml", "xml", "xsd",
        "xsl", "yaml", "yml",
    };

    public static bool IsTextExtension(string extension) => Text.Contains(extension.TrimStart('.'));

    public static void AddTextExtension(string extension) => Text.Add(extension.TrimStart('.'));

    public static void RemoveTextExtension(string extension) => Text.Remove(extension.TrimStart('.'));
}
