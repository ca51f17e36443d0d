using System.Reflection;

namespace VerifyTests;

/// <summary>Folder and name of a test's files; what is null is derived from the test.</summary>
public readonly struct PathInfo
{
    public PathInfo(string? directory = null, string? typeName = null, string? methodName = null)
    {
        Guards.BadDirectoryName(directory);
        Guards.BadFileName(typeName);
        Guards.BadFileName(methodName);
        Directory = directory;
        TypeName = typeName;
        MethodName = methodName;
    }

    public string? Directory { get; }

    public string? TypeName { get; }

    public string? MethodName { get; }

    public static PathInfo DeriveDefault(string sourceFile, string projectDirectory, Type type, MethodInfo method) =>
        new(Paths.DirectoryOf(sourceFile), type.NameWithParent(), method.Name);
}
