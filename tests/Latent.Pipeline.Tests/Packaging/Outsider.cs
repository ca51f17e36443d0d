using System.Text.RegularExpressions;
using Latent.Tests;

namespace Latent.Pipeline.Tests;

/// <summary>A program of somebody else, outside of this repository: the examples of the packages' own READMEs, one after the other.</summary>
internal sealed partial class Outsider(string folder, PackageFeed feed)
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
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
        {references}
          </ItemGroup>
        </Project>
        """;

    // Packages of this test go nowhere else; what others they need is taken from where the build left it, so that nothing is fetched.
    private const string Sources =
        """
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <packageSources><clear /><add key="feed" value="{feed}" /><add key="known" value="{known}" /></packageSources>
          <packageSourceMapping>
            <packageSource key="feed">{patterns}</packageSource>
            <packageSource key="known"><package pattern="*" /></packageSource>
          </packageSourceMapping>
        </configuration>
        """;

    /// <summary>Restores, builds and runs the examples of packages.</summary>
    /// <param name="setUp">Statements that come before the examples.</param>
    /// <param name="packages">The packages and the folders of their projects.</param>
    /// <returns>What the program printed.</returns>
    public string Run(string setUp, params string[] packages)
    {
        string[] names = [.. packages.Select(package => Path.GetFileName(package)), "Microsoft.Extensions.DependencyInjection", .. LibTorch()];
        var references = names.Select(name => $"    <PackageReference Include=\"{name}\" Version=\"{Versions.Of(name)}\" />");
        File.WriteAllText(Path.Combine(folder, "Outsider.csproj"), Project.Replace("{references}", string.Join('\n', references)));
        var patterns = feed.Names.Select(name => $"<package pattern=\"{name}\" />");
        File.WriteAllText(Path.Combine(folder, "nuget.config"), Sources.Replace("{feed}", feed.Folder).Replace("{known}", PackageFolder.Path).Replace("{patterns}", string.Concat(patterns)));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program(setUp, packages.Select(package => Example(Repository.At(package, "README.md")))));
        Directory.CreateSymbolicLink(Path.Combine(folder, "models"), Repository.At("models"));
        DotnetCommand.Run(folder, "build", "--configuration", "Release", "--output", "bin");
        return DotnetCommand.Run(folder, Path.Combine("bin", "Outsider.dll"));
    }

    private static string Program(string setUp, IEnumerable<string> examples)
    {
        var lines = examples.Select(example => example.Split('\n')).ToList();
        var usings = lines.SelectMany(example => example.Where(IsUsing)).Distinct();
        var bodies = lines.Select(example => string.Join('\n', example.Where(line => !IsUsing(line))));
        return $"{string.Join('\n', usings)}\n{setUp}\n{string.Concat(bodies.Select(body => $"{{\n{body}\n}}\n"))}";
    }

    // The genuine TorchSharp leaves the choice of a LibTorch to the application.
    private static string[] LibTorch() => PackageFeed.UsesStandIn("TorchSharpSource") ? [] : ["libtorch-cpu-linux-x64"];

    private static string Example(string readme) => Code().Match(File.ReadAllText(readme)).Groups[1].Value;

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal) && !line.StartsWith("using var", StringComparison.Ordinal);

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
