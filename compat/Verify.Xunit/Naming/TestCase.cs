using System.Reflection;

namespace VerifyTests;

/// <summary>The test that calls <c>Verify</c>.</summary>
internal sealed record TestCase(string SourceFile, Type Type, MethodInfo Method, TestProject Project, PathInfo Path)
{
    public IReadOnlyList<string> ParameterNames { get; } = [.. Method.GetParameters().Select(parameter => parameter.Name!)];

    public string TypeName(VerifySettings settings) => settings.TypeName ?? Path.TypeName ?? Type.NameWithParent();

    public string MethodName(VerifySettings settings) => settings.MethodName ?? Path.MethodName ?? Method.Name;

    public string Directory(VerifySettings settings)
    {
        var beside = Paths.DirectoryOf(SourceFile);
        var chosen = settings.Directory ?? Path.Directory;
        return chosen is null ? beside : System.IO.Path.Combine(beside, chosen);
    }
}
