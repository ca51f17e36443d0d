namespace Latent.Integration.Tests;

/// <summary>Programs that this machine may have.</summary>
internal static class InstalledProgram
{
    /// <summary>The first of these names that is on the path; null where none is.</summary>
    public static string? Find(params string[] names) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
