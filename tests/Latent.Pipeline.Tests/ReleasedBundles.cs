using Latent.Tests;

namespace Latent.Pipeline.Tests;

/// <summary>The bundles in models/.</summary>
internal static class ReleasedBundles
{
    /// <summary>Their names.</summary>
    public static TheoryData<string> Names() =>
        [.. Directory.EnumerateDirectories(Repository.At("models")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>The folder of one.</summary>
    public static string FolderOf(string name) => Repository.At("models", name);
}
