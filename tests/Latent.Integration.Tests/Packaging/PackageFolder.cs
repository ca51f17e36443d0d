namespace Latent.Integration.Tests;

/// <summary>Where NuGet keeps the packages that were restored.</summary>
internal static class PackageFolder
{
    /// <summary>The folder.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
