using Latent.Bundles;
using Latent.Runtime;
using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

[Collection(BundleCollection.Name)]
public sealed class ExportCommandTests(TrainedBundles bundles)
{
    [Fact]
    public void Export_Standalone_WritesFilesThatNeedNothingBesideThem()
    {
        using var folder = new TemporaryFolder();

        var result = CommandResult.Run("export", bundles.Dense, "--standalone", "--out", folder["onnx"]);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(
            ["decode.onnx", "encode.onnx", "reconstruct.onnx", "score.onnx"],
            Directory.GetFiles(folder["onnx"]).Select(Path.GetFileName).Order());
        Assert.Equal(DecodeZeros(Path.Combine(bundles.Dense, "decode.onnx")), DecodeZeros(folder["onnx/decode.onnx"]));
    }

    [Fact]
    public void Export_IntoTheBundle_IsRejected()
    {
        var result = CommandResult.Run("export", bundles.Dense, "--standalone", "--out", bundles.Dense + "/");

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.Equal($"'{bundles.Dense}/' is a bundle. Use a new or empty folder.\n", result.Error);
    }

    [Fact]
    public void Export_IntoAnotherBundle_IsRejected()
    {
        var before = File.ReadAllBytes(Path.Combine(bundles.Vae, "encode.onnx"));

        var result = CommandResult.Run("export", bundles.Dense, "--standalone", "--out", bundles.Vae);

        Assert.Equal((ExitCode.BadInput, $"'{bundles.Vae}' is a bundle. Use a new or empty folder.\n"), (result.Code, result.Error));
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(bundles.Vae, "encode.onnx")));
    }

    [Fact]
    public void Export_IntoAFilledFolder_IsRejected()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["encode.onnx"], "of another model");

        var result = CommandResult.Run("export", bundles.Dense, "--standalone", "--out", folder.Path);

        Assert.Equal(
            (ExitCode.BadInput, $"'{folder.Path}' is not empty: it holds 'encode.onnx'. Use a new or empty folder.\n"),
            (result.Code, result.Error));
        Assert.Equal("of another model", File.ReadAllText(folder["encode.onnx"]));
    }

    private static float[] DecodeZeros(string file)
    {
        using var graph = new GraphSession(file);
        return graph.Run(NamedTensor.Create("code", new float[TrainedBundles.LatentSize], 1, TrainedBundles.LatentSize)).Values.Single()
            .Floats!;
    }
}
