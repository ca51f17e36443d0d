using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>The bundles in models/.</summary>
internal static class ReleasedBundles
{
    /// <summary>Their names.</summary>
    public static IEnumerable<string> All =>
        Directory.EnumerateDirectories(Repository.At("models")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    /// <summary>Their names, as data of a theory.</summary>
    public static TheoryData<string> Names() => [.. All];

    /// <summary>The folder of one.</summary>
    public static string FolderOf(string name) => Repository.At("models", name);
}
