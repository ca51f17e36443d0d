namespace Latent.Integration.Tests;

/// <summary>NuGet's global packages folder.</summary>
internal static class PackageFolder
{
    /// <summary>The path of the folder.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
