using System.Text.Json;
using Latent.Bundles;
using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

[Collection(BundleCollection.Name)]
public sealed class VerifyCommandTests(TrainedBundles bundles)
{
    [Fact]
    public void Verify_Bundle_ListsEveryGraph()
    {
        var result = CommandResult.Run("verify", bundles.Vae);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.All(
            ["decode", "encode", "reconstruct", "score"],
            graph => Assert.Matches($@"│ {graph} +│ +[\de.-]+ │ +1e-05 │ ok", result.Output));
        Assert.EndsWith("mnist-vae reproduces its golden vectors on cpu.\n", result.Output);
    }

    [Fact]
    public void Verify_BundleWithJson_ListsEveryGraph()
    {
        var result = CommandResult.Run("verify", bundles.Vae, "--json").Json;

        Assert.True(result.GetProperty("passed").GetBoolean());
        Assert.Equal(
            ["decode", "encode", "reconstruct", "score"],
            result.GetProperty("graphs").EnumerateArray().Select(graph => graph.GetProperty("graph").GetString()));
    }

    [Fact]
    public void Verify_ChangedGoldenVector_FailsTheCheck()
    {
        using var folder = new TemporaryFolder();
        var copy = CopyOf(bundles.Dense, folder);
        var file = Path.Combine(copy, "golden", "encode", "output_0.pb");
        var golden = TensorProtoFile.Read(file);
        golden.Floats![0] += 1;
        TensorProtoFile.Write(file, golden);

        var result = CommandResult.Run("verify", copy);

        Assert.Equal(ExitCode.CheckFailed, result.Code);
        Assert.Matches(@"│ encode +│ +[\d.e-]+ │ +1e-05 │ BEYOND TOLERANCE", result.Output);
        Assert.EndsWith("mnist-dense does not reproduce its golden vectors on cpu.\n", result.Output);
    }

    [Fact]
    public void Verify_NoGoldenVectors_FailsTheCheck()
    {
        using var folder = new TemporaryFolder();
        var copy = CopyOf(bundles.Dense, folder);
        Directory.Delete(Path.Combine(copy, "golden"), recursive: true);

        var result = CommandResult.Run("verify", copy);

        Assert.Equal(ExitCode.CheckFailed, result.Code);
        Assert.EndsWith(
            "mnist-dense has no golden vectors for decode, encode, reconstruct, score: the bundle is not verified.\n",
            result.Output);
    }

    [Fact]
    public void Verify_OneGraphWithoutGoldenVectors_FailsTheCheck()
    {
        using var folder = new TemporaryFolder();
        var copy = CopyOf(bundles.Dense, folder);
        Directory.Delete(Path.Combine(copy, "golden", "score"), recursive: true);

        var result = CommandResult.Run("verify", copy);
        var json = CommandResult.Run("verify", copy, "--json").Json;

        Assert.Equal(ExitCode.CheckFailed, result.Code);
        Assert.Matches(@"│ score +│ +- │ +1e-05 │ NO GOLDEN VECTORS", result.Output);
        Assert.EndsWith("mnist-dense has no golden vectors for score: the bundle is not verified.\n", result.Output);
        Assert.False(json.GetProperty("passed").GetBoolean());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("graphs")[3].GetProperty("largestDifference").ValueKind);
    }

    [Fact]
    public void Verify_ChangedWeights_NamesTheFile()
    {
        using var folder = new TemporaryFolder();
        var weights = Path.Combine(CopyOf(bundles.Dense, folder), "weights.bin");
        var bytes = File.ReadAllBytes(weights);
        bytes[100] ^= 1;
        File.WriteAllBytes(weights, bytes);

        var result = CommandResult.Run("verify", folder["copy"]);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith($"A file of the bundle does not have the content that the manifest gives.\nWhere: {weights}\n", result.Error);
    }

    private static string CopyOf(string bundle, TemporaryFolder folder)
    {
        var copy = folder["copy"];
        foreach (var file in Directory.GetFiles(bundle, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(bundle, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }
}
