using Latent.Runtime;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>Runs the same golden vectors, from the bundle folder alone, on every ONNX Runtime target (tests/interop).</summary>
public sealed class InteropTests(Targets targets) : IClassFixture<Targets>
{
    public static TheoryData<string> Names() => ReleasedBundles.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void GoldenVectors_InDotnet_Hold(string name) => AssertHold(name, targets.Dotnet);

    [NodeTheory]
    [MemberData(nameof(Names))]
    public void GoldenVectors_InNode_Hold(string name) => AssertHold(name, targets.Node);

    [WebTheory]
    [MemberData(nameof(Names))]
    public void GoldenVectors_InABrowser_Hold(string name) => AssertHold(name, targets.InBrowser);

    [NodeFact]
    public void Reader_OfBundlesInJavaScript_PassesItsOwnTests()
    {
        var (output, error, code) = NodeScript.Run("--test");

        Assert.True(code == 0, output + error);
    }

    [NodeFact]
    public void Example_InTheDocumentation_JudgesBlackImages()
    {
        var code = File.ReadAllText(Repository.At("docs", "embedding.md")).Split("```js\n")[1].Split("```")[0];
        var (output, error, exit) = NodeScript.Run("--input-type=module", "--eval", code.Replace("'models/", "'../../models/"));

        Assert.True(exit == 0, error);
        using var model = Autoencoder.Load(ReleasedBundles.FolderOf("mnist-vae"));
        var expected = model.Detect(new float[2 * 784], Threshold.Quantile(0.99)).Select(verdict => verdict.IsAnomaly ? "true" : "false");
        Assert.Equal($"[ {string.Join(", ", expected)} ]\n", output);
    }

    [NodeFact]
    public void GoldenVectors_ThatWereChanged_DoNotHold()
    {
        using var copy = new TemporaryFolder();
        Copy(ReleasedBundles.FolderOf("mnist-vae"), copy["mnist-vae"]);
        Change(copy["mnist-vae/golden/encode/output_0.pb"]);
        Directory.Delete(copy["mnist-vae/golden/decode"], recursive: true);

        var graphs = Targets.RunScript("node.mjs", copy["mnist-vae"])["mnist-vae"].Graphs.ToDictionary(graph => graph.Graph);

        Assert.True(graphs["encode"].Difference > 0.1);
        Assert.False(graphs["encode"].Passed);
        Assert.Null(graphs["decode"].Difference);
        Assert.False(graphs["decode"].Passed);
        Assert.True(graphs["score"].Passed);
    }

    [NodeFact]
    public void Weights_ThatWereChanged_AreRejected()
    {
        using var copy = new TemporaryFolder();
        Copy(ReleasedBundles.FolderOf("mnist-vae"), copy["mnist-vae"]);
        Change(copy["mnist-vae/weights.bin"]);

        Assert.StartsWith(
            "weights.bin is not the file that bundle.json lists: ",
            Targets.RunScript("node.mjs", copy["mnist-vae"])["mnist-vae"].Error);
    }

    private static void AssertHold(string name, IReadOnlyDictionary<string, InteropResult> results)
    {
        var result = results[name];
        Assert.Null(result.Error);
        Assert.Equal(Directory.EnumerateFiles(ReleasedBundles.FolderOf(name), "*.onnx").Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal), result.Graphs.Select(graph => graph.Graph).Order(StringComparer.Ordinal));
        Assert.All(result.Graphs, graph => Assert.True(graph.Passed, $"{graph}"));
    }

    // The last value of a tensor is a float32, so the last byte holds its sign and upper exponent bits.
    private static void Change(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 0x40;
        File.WriteAllBytes(file, bytes);
    }

    private static void Copy(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
