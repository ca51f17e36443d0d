using Latent.Files;
using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

[Collection(BundleCollection.Name)]
public sealed class EncodeCommandTests(TrainedBundles bundles)
{
    [Fact]
    public void Encode_NamedData_WritesACodePerRow()
    {
        using var folder = new TemporaryFolder();
        var path = folder["codes.npy"];

        var result = CommandResult.Run("encode", bundles.Dense, TrainedBundles.Digits, "--out", path);

        Assert.Equal((ExitCode.Done, $"Wrote {TrainedBundles.TestRows} rows to {path}\n", ""), (result.Code, result.Output, result.Error));
        Assert.Equal([TrainedBundles.TestRows, TrainedBundles.LatentSize], NpyFile.Read(path).Shape);
    }

    [Fact]
    public void Encode_SeveralInputs_JoinsTheirRows()
    {
        using var folder = new TemporaryFolder();
        NpyFile.Write(folder["a.npy"], new float[2 * TrainedBundles.InputSize], 2, TrainedBundles.InputSize);
        TableFile.Write(
            folder["b.csv"],
            [.. Enumerable.Range(0, TrainedBundles.InputSize).Select(i => $"p{i}")],
            new float[TrainedBundles.InputSize]);

        CommandResult.Run("encode", bundles.Dense, folder["a.npy"], folder["b.csv"], "--out", folder["codes.npy"]);

        var codes = NpyFile.Read(folder["codes.npy"]);
        Assert.Equal([3, TrainedBundles.LatentSize], codes.Shape);
        Assert.Equal(codes.Values[..4], codes.Values[8..]);
    }

    [Fact]
    public void Encode_LogVariance_GoesToItsOwnFile()
    {
        using var folder = new TemporaryFolder();

        var result = CommandResult.Run(
            "encode",
            bundles.Vae,
            TrainedBundles.Digits,
            "--out",
            folder["m.csv"],
            "--log-variance",
            folder["v.csv"],
            "--json");

        Assert.Equal(TrainedBundles.TestRows, result.Json.GetProperty("rows").GetInt32());
        Assert.Equal(["z0", "z1", "z2", "z3"], TableFile.Read(folder["v.csv"]).Columns!);
        Assert.NotEqual(TableFile.Read(folder["m.csv"]).Values, TableFile.Read(folder["v.csv"]).Values);
    }

    [Fact]
    public void Encode_LogVarianceOfDenseModel_SaysThatThereIsNone()
    {
        using var folder = new TemporaryFolder();

        var result = CommandResult.Run(
            "encode",
            bundles.Dense,
            TrainedBundles.Digits,
            "--out",
            folder["m.csv"],
            "--log-variance",
            folder["v.csv"]);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.Equal("The codes of family 'dense' have no variance. Remove --log-variance.\n", result.Error);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Encode_CodesAsImage_IsRejectedBeforeAnyWork()
    {
        var result = CommandResult.Run("encode", bundles.Dense, "no-such-input.npy", "--out", "codes.png");

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.Equal("'codes.png' cannot be written: the rows are not images. Use a path that ends in .npy or .csv.\n", result.Error);
    }
}
