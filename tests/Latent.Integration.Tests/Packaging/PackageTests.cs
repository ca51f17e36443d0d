using System.IO.Compression;
using System.Xml.Linq;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>Tests of the packages from the perspective of a consumer.</summary>
public sealed class PackageTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    private const long MaxPublishedBytes = 60_000_000;

    private const string RuntimeProgram =
        """
        using Latent.Runtime;

        try
        {
            using var model = Autoencoder.Load("models/mnist-vae");
            Console.WriteLine(model.Verify().Passed ? "passed" : "differs");
        }
        catch (Exception exception)
        {
            Console.WriteLine($"{exception.GetType().Name}: {exception.Message}");
        }
        """;

    public static TheoryData<string, string[]> Packages() => new()
    {
        { "runtime/Latent.Bundles", [] },
        { "runtime/Latent.Imaging", ["Latent.Bundles", "SixLabors.ImageSharp"] },
        { "runtime/Latent.Runtime", ["Latent.Bundles", "Microsoft.ML.OnnxRuntime.Managed"] },
        { "runtime/Latent.Runtime.Extensions", ["Latent.Runtime", "Microsoft.Extensions.Diagnostics", "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Options.ConfigurationExtensions"] },
        { "runtime/Latent.Sequences", ["Latent.Bundles", "Latent.Runtime"] },
        { "runtime/Latent.Molecules", ["Latent.Bundles", "Latent.Runtime", "Latent.Sequences"] },
        { "runtime/Latent.Codecs", ["Latent.Bundles", "Latent.Runtime"] },
        {
            "runtime/Latent.Files",
            ["Latent.Bundles", "Latent.Imaging", "Latent.Molecules", "Latent.Runtime", "Latent.Sequences", "Parquet.Net", "Sep"] },
        { "training/Latent.Onnx", ["Google.Protobuf", "Latent.Runtime", "TorchSharp"] },
        { "training/Latent.Fitting", ["TorchSharp"] },
    };

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_OfALibrary_CarriesReadmeDocumentationAndSymbols(string project, string[] dependencies)
    {
        var name = Path.GetFileName(project);
        using var package = feed.Open(name);
        using var symbols = feed.Open(name, "snupkg");

        Assert.Equal(File.ReadAllText(Repository.At(project, "README.md")), Text(package.GetEntry("README.md")!));
        Assert.Contains($"<name>{name}</name>", Text(package.GetEntry($"lib/net10.0/{name}.xml")!));
        Assert.NotNull(symbols.GetEntry($"lib/net10.0/{name}.pdb"));
        Assert.DoesNotContain(package.Entries, entry => entry.Name.EndsWith(".so", StringComparison.Ordinal));
        Assert.Equal(dependencies, Dependencies(package).Select(dependency => dependency.Id));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_OfALibrary_DependsOnPackagesInTheVersionsWeBuildWith(string project, string[] dependencies)
    {
        using var package = feed.Open(Path.GetFileName(project));

        Assert.Equal(dependencies.Length, Dependencies(package).Count);
        Assert.All(Dependencies(package), dependency => Assert.Equal(Versions.Get(dependency.Id), dependency.Version));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_OfALibrary_NamesNoMachine(string project, string[] dependencies)
    {
        _ = dependencies;
        using var package = feed.Open(Path.GetFileName(project));
        using var symbols = feed.Open(Path.GetFileName(project), "snupkg");

        Assert.All(package.Entries.Concat(symbols.Entries), entry => Assert.DoesNotContain(Repository.Root, Text(entry)));
    }

    [Fact]
    public void Examples_OfThePackages_RunForAnOutsider()
    {
        using var folder = new TemporaryFolder();
        const string setUp =
            """
            var images = Bundle.Open("models/mnist-vae").ReadGolden("score")!.Inputs[0].Floats!;
            var slice = new float[256 * 256];
            ImageTensor.SavePng("digit.png", images.AsSpan(0, 784), new ImageShape(1, 28, 28));
            """;

        string[] projects = [.. Packages().Select(row => (string)((object[])row)[0])];
        string[] packages = [.. projects.Select(
            project =>
                Path.GetFileName(
                    project)), "Microsoft.Extensions.DependencyInjection", "Microsoft.ML.OnnxRuntime", "libtorch-cpu-linux-x64"];

        var output = new Outsider(folder.Path, feed, packages, Outsider.Examples(setUp, projects)).Run();

        Assert.Matches(
            "^mnist-vae, 20 latent dimensions, [0-9a-f]{64}\n[0-9]+ x 784\n(row [0-9]+: score .*\n)+(paraphrase: .+\n)+(sample: " +
            ".+\n){2}(molecule: .+\n){2}character 2: .*\n256 x 256 pixels\nheight, width: 2, 1.5\nautoencoder[.]onnx: " +
            "opset 17, .*\n(  y, batch .*\n)+ONNX Runtime agrees .*\n5 epochs, loss 0[.][0-9]+\n$",
            output);
        Assert.Equal(["autoencoder.onnx", "copy.png", "digit.png", "sheet.png"], Directory.EnumerateFiles(folder.Path)
            .Select(Path.GetFileName)
            .Where(name => name!.EndsWith(".png") || name.EndsWith(".onnx"))
            .Order(StringComparer.Ordinal));
        Assert.Equal(File.ReadAllBytes(folder["digit.png"]), File.ReadAllBytes(folder["copy.png"]));
    }

    [Fact]
    public void Program_WithTheRuntimeAndTheCpuPackage_PublishesUnder60Megabytes()
    {
        using var folder = new TemporaryFolder();

        var (output, bytes) = new Outsider(folder.Path, feed, ["Latent.Runtime", "Microsoft.ML.OnnxRuntime"], RuntimeProgram).Publish();

        Assert.Equal("passed\n", output);
        Assert.InRange(bytes, 1, MaxPublishedBytes);
        Directory.CreateDirectory(Repository.At("artifacts", "tests"));
        File.WriteAllText(Repository.At("artifacts", "tests", "published.txt"), FormattableString.Invariant(
            $"published      {bytes / 1e6:0.0} MB: a program with Latent.Runtime and Microsoft.ML.OnnxRuntime\n"));
    }

    [Fact]
    public void Program_WithoutANativePackage_NamesWhichToAdd()
    {
        using var folder = new TemporaryFolder();

        var output = new Outsider(folder.Path, feed, ["Latent.Runtime"], RuntimeProgram).Run();

        Assert.Matches(
            "^DeviceException: The native library of ONNX Runtime cannot be loaded[.]\nWhere: [^\n]+\nExpected: libonnxruntime[^\n" +
            "]+\nReceived: [^\n]+\n" +
            "Fix: reference one of the packages Microsoft[.]ML[.]OnnxRuntime [(]CPU[)] or Microsoft[.]ML[.]OnnxRuntime[.]Gpu [(]CPU and CUDA[)] from the program itself, and publish it for this platform[.]\n$", output);
    }

    private static List<(string Id, string Version)> Dependencies(ZipArchive package) =>
    [
        .. XDocument.Parse(Text(package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)))).Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .Select(element => (Id: element.Attribute("id")!.Value, Version: element.Attribute("version")!.Value))
            .OrderBy(dependency => dependency.Id, StringComparer.Ordinal),
    ];

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), System.Text.Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
