using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

[Collection(BundleCollection.Name)]
public sealed class InspectCommandTests(TrainedBundles bundles)
{
    [Fact]
    public void Inspect_Bundle_ShowsManifestAndGraphs()
    {
        var result = CommandResult.Run("inspect", bundles.Vae);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Matches(@"│ latent +│ 4 dimensions, prior: standard_normal +│", result.Output);
        Assert.Matches(@"│ hidden +│ \[16\] +│", result.Output);
        Assert.Matches(@"│ threshold 0\.99 +│ [\d.]+ +│", result.Output);
        Assert.Contains("\n# encode\ngraph encode\nopset ai.onnx 17, ir 8\n", result.Output);
    }

    [Fact]
    public void Inspect_BundleWithJson_HoldsTheManifestAsItIs()
    {
        var json = CommandResult.Run("inspect", bundles.Dense, "--json").Json;

        Assert.Equal("dense", json.GetProperty("manifest").GetProperty("family").GetString());
        Assert.Equal(
            ["decode", "encode", "reconstruct", "score"],
            json.GetProperty("graphs").EnumerateObject().Select(graph => graph.Name));
    }

    [Fact]
    public void Inspect_OnnxFile_ShowsItsGraph()
    {
        var result = CommandResult.Run("inspect", Path.Combine(bundles.Dense, "decode.onnx"));

        Assert.StartsWith("graph decode\n", result.Output);
        Assert.EndsWith("output reconstruction: float[batch, 784]\n", result.Output);
    }

    [Fact]
    public void Inspect_FileThatIsNoGraph_SaysSo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["no.onnx"], "not a graph");

        var result = CommandResult.Run("inspect", folder["no.onnx"]);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith($"'{folder["no.onnx"]}' is not an ONNX model", result.Error);
    }
}
