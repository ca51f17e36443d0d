using System.Reflection;

namespace VerifyTests;

/// <summary>Where a test assembly was compiled from, as its build wrote it into the assembly.</summary>
internal sealed record TestProject(string Directory, string? SolutionDirectory)
{
    public static TestProject Of(Assembly assembly) =>
        new(
            Read(assembly, "Verify.ProjectDirectory")
                ?? throw new Exception($"Could not find a `AssemblyMetadataAttribute` named `Verify.ProjectDirectory` on {assembly.GetName().Name}."),
            Read(assembly, "Verify.SolutionDirectory"));

    private static string? Read(Assembly assembly, string key) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(attribute => attribute.Key == key)?.Value;
}
