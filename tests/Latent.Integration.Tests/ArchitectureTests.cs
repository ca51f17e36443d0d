using System.Xml.Linq;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>The allowed references between projects: data flows one way, from data set to runtime.</summary>
public sealed class ArchitectureTests
{
    public static TheoryData<string, string[]> Projects() => new()
    {
        { "runtime/Latent.Bundles", [] },
        { "runtime/Latent.Runtime", ["Latent.Bundles", "Microsoft.ML.OnnxRuntime.Managed"] },
        { "runtime/Latent.Sequences", ["Latent.Bundles", "Latent.Runtime"] },
        { "runtime/Latent.Molecules", ["Latent.Bundles", "Latent.Runtime", "Latent.Sequences"] },
        { "runtime/Latent.Codecs", ["Latent.Bundles", "Latent.Runtime"] },
        {
            "runtime/Latent.Files",
            ["Latent.Bundles", "Latent.Imaging", "Latent.Molecules", "Latent.Runtime", "Latent.Sequences", "Parquet.Net", "Sep"] },
        { "runtime/Latent.Runtime.Extensions", ["Latent.Runtime", "Microsoft.Extensions.Diagnostics", "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Options.ConfigurationExtensions"] },
        { "runtime/Latent.Imaging", ["Latent.Bundles", "SixLabors.ImageSharp"] },
        { "training/Latent.Onnx", ["Google.Protobuf", "Grpc.Tools", "Latent.Runtime", "TorchSharp"] },
        {
            "training/Latent.Data",
            ["Latent.Bundles", "Latent.Files", "Latent.Imaging", "Latent.Molecules", "Latent.Sequences"] },
        { "training/Latent.Fitting", ["TorchSharp"] },
        {
            "training/Latent.Training",
            [
                "Latent.Bundles", "Latent.Codecs", "Latent.Data", "Latent.Files", "Latent.Fitting", "Latent.Imaging", "Latent.Molecules",
                "Latent.Onnx",
                "Latent.Runtime",
                "Latent.Sequences", "TorchSharp", "YamlDotNet",
            ]
        },
        { "samples/Latent.DetectService", ["Latent.Imaging", "Latent.Runtime.Extensions", "Microsoft.ML.OnnxRuntime.Gpu"] },
        { "samples/Latent.NativeVerify", ["Latent.Runtime", "Microsoft.ML.OnnxRuntime.Gpu"] },
        { "samples/Latent.TrainAnyModule", ["Latent.Data", "Latent.Fitting", "TorchSharp"] },
        { "samples/Latent.TrainFromCode", ["Latent.Training", "Microsoft.ML.OnnxRuntime.Gpu"] },
        { "training/Latent.Cli", ["Latent.Bundles", "Latent.Codecs", "Latent.Files", "Latent.Imaging", "Latent.Molecules", "Latent.Onnx", "Latent.Runtime", "Latent.Sequences", "Latent.Training", "Microsoft.ML.OnnxRuntime.Gpu", "Spectre.Console", "System.CommandLine"] },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_OfTheProduct_ReferencesOnlyWhatItMay(string project, string[] allowed)
    {
        Assert.Equal(allowed, ReferencesOf(Repository.At(project, Path.GetFileName(project) + ".csproj")));
    }

    [Fact]
    public void Internals_OfAProject_AreOpenToItsOwnTestsAlone() => Assert.All(ProjectsIn("runtime", "training"), project =>
    {
        var friends = XDocument.Load(Repository.At(project)).Descendants("InternalsVisibleTo")
            .Select(element => element.Attribute("Include")!.Value);

        Assert.DoesNotContain(friends, friend => friend != $"{Path.GetFileNameWithoutExtension(project)}.Tests");
    });

    [Fact]
    public void List_OfProjects_IsComplete()
    {
        var listed = Projects().Select(row => (string)((object[])row)[0]).ToHashSet();

        Assert.Equal(listed.Order(), ProjectsIn("runtime", "samples", "training").Select(file => Path.GetDirectoryName(file)!).Order());
    }

    [Fact]
    public void Solution_OfThePipeline_HoldsEveryProject()
    {
        var solution = File.ReadAllText(Repository.At("Pipeline.sln")).Replace('\\', '/');

        Assert.All(
            ProjectsIn("runtime", "training", "tests", "benchmarks", "samples"),
            project => Assert.Contains($"\"{project}\"", solution));
    }

    private static IEnumerable<string> ProjectsIn(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*.csproj", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

    private static IEnumerable<string> ReferencesOf(string project) =>
        XDocument.Load(project).Descendants()
            .Where(element => element.Name.LocalName is "ProjectReference" or "PackageReference")
            .Select(element => element.Attribute("Include")!.Value)
            .Select(include => include.EndsWith(".csproj") ? Path.GetFileNameWithoutExtension(include.Replace('\\', '/')) : include)
            .Order(StringComparer.Ordinal);
}
