using System.IO.Compression;
using System.Text.RegularExpressions;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>A local package feed with the packages of this build, for this test only.</summary>
public sealed partial class PackageFeed : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public PackageFeed() =>
        DotnetCommand.Run(
            Repository.Root,
            "pack",
            "Pipeline.sln",
            "--no-build",
            "--configuration",
            DotnetCommand.Configuration,
            "--output",
            Folder);

    internal string Folder => folder.Path;

    /// <summary>The names of the packages in the feed.</summary>
    internal IEnumerable<string> Names
        => Directory.EnumerateFiles(Folder, "*.nupkg").Select(file => Version().Replace(Path.GetFileNameWithoutExtension(file), ""));

    /// <summary>Opens a package or its symbol package.</summary>
    internal ZipArchive Open(string name, string extension = "nupkg") =>
        ZipFile.OpenRead(Directory.EnumerateFiles(Folder, $"*.{extension}")
            .Single(file => Version().Replace(Path.GetFileNameWithoutExtension(file), "") == name));

    public void Dispose() => folder.Dispose();

    [GeneratedRegex(@"(\.\d+){3}$")]
    private static partial Regex Version();
}
