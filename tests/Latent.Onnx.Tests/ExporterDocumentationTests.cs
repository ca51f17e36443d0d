using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Latent.Tests;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>
/// docs/exporter.md: its examples are compiled and run, its table is that of the parity table (./build.sh --target=Docs writes it).
/// </summary>
public sealed partial class ExporterDocumentationTests
{
    private const string Opening = "<!-- layers: ./build.sh --target=Docs -->\n";
    private const string Closing = "<!-- end of layers -->";

    private static string Document => Repository.At("docs", "exporter.md");

    [Fact]
    public void Examples_InTheDocumentation_AreThoseThatRun()
    {
        var source = File.ReadAllText(Repository.At("tests", "Latent.Onnx.Tests", "ExporterExample.cs"));
        var blocks = Block().Matches(File.ReadAllText(Document)).Select(match => match.Groups[1].Value).ToArray();

        Assert.Equal(5, blocks.Length);
        Assert.All(
            blocks, block => Assert.Contains(block, Outdented(source, block.StartsWith("internal", StringComparison.Ordinal) ? 4 : 8)));
    }

    [Fact]
    public void Examples_OfTheDocumentation_Run()
    {
        using var folder = new TemporaryFolder();
        using var squares = Sequential(new ExporterExample.Square());
        using var model = Sequential(Linear(784, 3));
        squares.eval();
        model.eval();
        var before = (Directory: Environment.CurrentDirectory, Output: Console.Out);
        using var output = new StringWriter();
        try
        {
            Environment.CurrentDirectory = folder.Path;
            Console.SetOut(output);
            ExporterExample.Export();
            ExporterExample.ExportSeveral();
            ExporterExample.Register(squares);
            OnnxExporter.Export(model, "model.onnx", Inputs.Create(("x", [Dim.Batch, 784])));
            ExporterExample.Verify(model);
        }
        finally
        {
            Environment.CurrentDirectory = before.Directory;
            Console.SetOut(before.Output);
        }

        Assert.StartsWith("model.onnx: opset 17, 3 nodes, 4 initializers, ", output.ToString());
        Assert.Contains("ONNX Runtime agrees with TorchSharp", output.ToString());
        Assert.Equal(
            ["model.onnx", "squares.onnx", "tagger.onnx", "tagger.onnx.data"],
            Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Operators_InTheDocumentation_AreAllThatAValueHas()
    {
        var text = File.ReadAllText(Document);
        var layers = typeof(IValue<>).Assembly.GetExportedTypes().Where(type => type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(ExtensionAttribute), inherit: false));
        var operators = typeof(IValue<>).GetMethods().Where(
            method => !method.IsSpecialName).Concat(layers).Select(method => method.Name).Distinct().ToArray();

        Assert.NotEmpty(operators);
        Assert.All(operators, name => Assert.Matches($@"`(\w+\.)?{name}\b", text));
    }

    [Fact]
    public void Layers_InTheDocumentation_AreThoseOfTheParityTable()
    {
        var text = File.ReadAllText(Document);
        var start = text.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        var end = text.IndexOf(Closing, StringComparison.Ordinal);
        var table = LayerTable.Write();
        if (Environment.GetEnvironmentVariable("LATENT_WRITE_DOCS") == "1")
            File.WriteAllText(Document, text = $"{text[..start]}{table}{text[end..]}");

        Assert.Equal(table, text[text.IndexOf(Opening, StringComparison.Ordinal)..].Split(Closing)[0][Opening.Length..]);
    }

    private static string Outdented(string source, int spaces) => source.Replace("\n" + new string(' ', spaces), "\n");

    [GeneratedRegex(@"```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
