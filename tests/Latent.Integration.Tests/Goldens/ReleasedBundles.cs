using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>The bundles in models/.</summary>
internal static class ReleasedBundles
{
    /// <summary>The names of the bundles.</summary>
    public static IEnumerable<string> All =>
        Directory.EnumerateDirectories(Repository.At("models")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    /// <summary>Returns the names as theory data.</summary>
    public static TheoryData<string> Names() => [.. All];

    /// <summary>Returns the folder of a bundle.</summary>
    public static string FolderOf(string name) => Repository.At("models", name);
}
