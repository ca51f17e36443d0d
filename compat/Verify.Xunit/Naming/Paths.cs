namespace VerifyTests;

internal static class Paths
{
    public static string DirectoryOf(string sourceFile)
    {
        var index = sourceFile.LastIndexOfAny(['/', '\\']);
        return index > 0
            ? sourceFile[..index]
            : throw new Exception($"Unable to resolve directory. sourceFile: {sourceFile}");
    }

    public static string RelativeTo(string directory, string file)
    {
        var path = Path.Combine(directory, file);
        return path[(Path.EndsInDirectorySeparator(directory) ? directory.Length : directory.Length + 1)..];
    }

    public static string NameWithParent(this Type type) =>
        type.IsNested ? $"{type.ReflectedType!.Name}.{type.Name}" : type.Name;
}
