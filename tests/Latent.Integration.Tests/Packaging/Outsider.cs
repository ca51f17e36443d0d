using System.Text.RegularExpressions;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>A third-party program outside of this repository that uses the packages.</summary>
internal sealed partial class Outsider
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <CreateSymbolicLinksForCopyLocalIfPossible>true</CreateSymbolicLinksForCopyLocalIfPossible>
          </PropertyGroup>
          <ItemGroup>
        {references}
          </ItemGroup>
        {fitted}
        </Project>
        """;

    // The workaround of docs/exporter.md for systems with a libstdc++ older than that of GCC 13.
    private const string Fitted =
        """
          <Target Name="UseFittedTorchSharp" AfterTargets="Build">
            <Copy SourceFiles="{library}" DestinationFolder="$(OutDir)runtimes/linux-x64/native" />
          </Target>
        """;

    // The packages under test stay in a local folder; other packages come from the package folder of the build.
    private const string Sources =
        """
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <fallbackPackageFolders><add key="known" value="{known}" /></fallbackPackageFolders>
          <packageSources><clear /><add key="feed" value="{feed}" /><add key="cache" value="{known}" /></packageSources>
          <packageSourceMapping>
            <packageSource key="feed">{patterns}</packageSource>
            <packageSource key="cache"><package pattern="*" /></packageSource>
          </packageSourceMapping>
        </configuration>
        """;

    private readonly string folder;

    /// <summary>Writes the program.</summary>
    /// <param name="folder">The folder of the program.</param>
    /// <param name="feed">The feed with the packages of this build.</param>
    /// <param name="packages">The referenced packages.</param>
    /// <param name="program">The statements of the program.</param>
    public Outsider(string folder, PackageFeed feed, IEnumerable<string> packages, string program)
    {
        this.folder = folder;
        var references = packages.Select(name => $"    <PackageReference Include=\"{name}\" Version=\"{Versions.Get(name)}\" />");
        var library = Repository.At("artifacts", "native", "libLibTorchSharp.so");
        var fitted = File.Exists(library) && packages.Contains("libtorch-cpu-linux-x64") ? Fitted.Replace("{library}", library) : "";
        var patterns = feed.Names.Select(name => $"<package pattern=\"{name}\" />");
        File.WriteAllText(
            Path.Combine(folder, "Outsider.csproj"),
            Project.Replace("{references}", string.Join('\n', references)).Replace("{fitted}", fitted));
        File.WriteAllText(
            Path.Combine(folder, "nuget.config"),
            Sources.Replace("{feed}", feed.Folder).Replace("{known}", PackageFolder.Path).Replace("{patterns}", string.Concat(patterns)));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        Directory.CreateSymbolicLink(Path.Combine(folder, "models"), Repository.At("models"));
    }

    /// <summary>Concatenates set-up statements and the README examples of packages.</summary>
    public static string Examples(string setUp, IEnumerable<string> packages)
    {
        var lines = packages.Select(package => Example(Repository.At(package, "README.md")).Split('\n')).ToList();
        var usings = lines.SelectMany(example => example.Where(IsUsing)).Distinct();
        var bodies = lines.Select(example => string.Join('\n', example.Where(line => !IsUsing(line))));
        return $"{string.Join('\n', usings)}\n{setUp}\n{string.Concat(bodies.Select(body => $"{{\n{body}\n}}\n"))}";
    }

    /// <summary>Restores, builds and runs the program.</summary>
    /// <returns>Its standard output.</returns>
    public string Run()
    {
        DotnetCommand.Run(folder, "build", "--configuration", "Release", "--output", "bin");
        return DotnetCommand.Run(folder, Path.Combine("bin", "Outsider.dll"));
    }

    /// <summary>Publishes the program for this platform, framework-dependent, and runs it.</summary>
    /// <returns>Its standard output, and the size of the published folder in bytes.</returns>
    public (string Output, long Bytes) Publish()
    {
        DotnetCommand.Run(
            folder,
            "publish",
            "--configuration",
            "Release",
            "--runtime",
            NativeFactAttribute.Runtime,
            "--self-contained",
            "false",
            "--output",
            "published");
        var files = new DirectoryInfo(Path.Combine(folder, "published")).EnumerateFiles("*", SearchOption.AllDirectories).ToList();
        Assert.All(files, file => Assert.Null(file.LinkTarget));
        return (DotnetCommand.Run(folder, Path.Combine("published", "Outsider.dll")), files.Sum(file => file.Length));
    }

    private static string Example(string readme) => Code().Match(File.ReadAllText(readme)).Groups[1].Value;

    private static bool IsUsing(string line)
        => line.StartsWith("using ", StringComparison.Ordinal) && !line.StartsWith("using var", StringComparison.Ordinal);

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
