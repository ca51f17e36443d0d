using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Latent.Tests;

namespace Latent.Pipeline.Tests;

/// <summary>
/// A folder with the packages of this build, and with the stand-ins of compat/ under the names of what they stand in for,
/// where those are in use: a registry of its own, for this test alone.
/// </summary>
public sealed partial class PackageFeed : IDisposable
{
    private static readonly (string Property, string Project)[] StandIns =
    [
        ("OnnxRuntimeSource", "compat/OnnxRuntime/Microsoft.ML.OnnxRuntime.csproj"),
        ("ImageSharpSource", "compat/ImageSharp/SixLabors.ImageSharp.csproj"),
        ("TorchSharpSource", "compat/TorchSharp/TorchSharp.csproj"),
    ];

    private readonly TemporaryFolder folder = new();

    public PackageFeed()
    {
        Pack("Pipeline.sln");
        foreach (var (property, project) in StandIns)
        {
            if (UsesStandIn(property))
                Pack(project, "-p:IsPackable=true");
        }
    }

    internal string Folder => folder.Path;

    /// <summary>The names of the packages in it.</summary>
    internal IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.nupkg").Select(file => Version().Replace(Path.GetFileNameWithoutExtension(file), ""));

    /// <summary>Whether a package is stood in for, by the name of its property in artifacts/packages.props.</summary>
    internal static bool UsesStandIn(string property) =>
        File.Exists(Repository.At("artifacts", "packages.props")) && (string?)XDocument.Load(Repository.At("artifacts", "packages.props")).Descendants(property).SingleOrDefault() == "compat";

    /// <summary>Opens a package, or its symbols.</summary>
    internal ZipArchive Open(string name, string extension = "nupkg") =>
        ZipFile.OpenRead(Directory.EnumerateFiles(Folder, $"*.{extension}").Single(file => Version().Replace(Path.GetFileNameWithoutExtension(file), "") == name));

    public void Dispose() => folder.Dispose();

    private void Pack(string project, params string[] more) =>
        DotnetCommand.Run(Repository.Root, ["pack", project, "--no-build", "--configuration", DotnetCommand.Configuration, "--output", Folder, .. more]);

    [GeneratedRegex(@"(\.\d+){3}$")]
    private static partial Regex Version();
}
