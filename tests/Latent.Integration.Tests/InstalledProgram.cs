namespace Latent.Integration.Tests;

/// <summary>Finds programs installed on this machine.</summary>
internal static class InstalledProgram
{
    /// <summary>Returns the path of the first of these programs on the search path; null if none is installed.</summary>
    public static string? Find(params string[] names) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
