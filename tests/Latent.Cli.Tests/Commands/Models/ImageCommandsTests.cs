using Latent.Files;
using Latent.Imaging;
using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

/// <summary>decode, reconstruct, sample and interpolate: commands whose rows are images.</summary>
[Collection(BundleCollection.Name)]
public sealed class ImageCommandsTests(TrainedBundles bundles)
{
    private const int Scale = 2;
    private const int Pixels = 28 * Scale;

    [Fact]
    public void Decode_EncodedRows_IsReconstruct()
    {
        using var folder = new TemporaryFolder();

        CommandResult.Run("encode", bundles.Dense, TrainedBundles.Digits, "--out", folder["codes.npy"]);
        CommandResult.Run("decode", bundles.Dense, folder["codes.npy"], "--out", folder["decoded.npy"]);
        CommandResult.Run("reconstruct", bundles.Dense, TrainedBundles.Digits, "--out", folder["reconstructed.npy"]);

        var (decoded, reconstructed) = (NpyFile.Read(folder["decoded.npy"]), NpyFile.Read(folder["reconstructed.npy"]));
        Assert.Equal([TrainedBundles.TestRows, TrainedBundles.InputSize], decoded.Shape);
        Assert.All(decoded.Values.Zip(reconstructed.Values), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-5f));
    }

    [Fact]
    public void Reconstruct_Sheet_ShowsPairsOfSixteen()
    {
        using var folder = new TemporaryFolder();

        CommandResult.Run("reconstruct", bundles.Dense, TrainedBundles.Digits, "--out", folder["pairs.png"]);

        var shape = ImageTensor.Identify(folder["pairs.png"]);
        Assert.InRange(shape.Width, 16 * Pixels, 16 * (Pixels + Scale));
        Assert.InRange(shape.Height, 8 * Pixels, 8 * (Pixels + (2 * Scale)));
    }

    [Fact]
    public void Reconstruct_FolderOfImages_KeepsTheirNames()
    {
        using var folder = new TemporaryFolder();
        CommandResult.Run("sample", bundles.Vae, "--count", "3", "--out", folder["samples/"]);

        var result = CommandResult.Run("reconstruct", bundles.Dense, folder["samples"], "--out", folder["reconstructed/"]);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(["0000.png", "0001.png", "0002.png"], Directory.GetFiles(folder["reconstructed"]).Select(Path.GetFileName).Order());
        Assert.Equal(new ImageShape(1, 28, 28), ImageTensor.Identify(folder["reconstructed/0002.png"]));
    }

    [Theory]
    [InlineData("samples", "samples/", "samples/0000.png")]
    [InlineData("samples/0001.png", "samples/", "samples/0001.png")]
    [InlineData("samples/0001.png", "samples/0001.png", "samples/0001.png")]
    [InlineData("samples/0001.png", "link/", "link/0001.png")]
    public void Reconstruct_OntoItsInput_IsRejected(string input, string output, string named)
    {
        using var folder = new TemporaryFolder();
        CommandResult.Run("sample", bundles.Vae, "--count", "2", "--out", folder["samples/"]);
        Directory.CreateSymbolicLink(folder["link"], folder["samples"]);
        var before = File.ReadAllBytes(folder["samples/0001.png"]);

        var result = CommandResult.Run("reconstruct", bundles.Dense, folder[input], "--out", folder[output]);

        Assert.Equal(
            (ExitCode.BadInput, $"'{folder[named]}' is an input and would be overwritten. Choose another output path.\n"),
            (result.Code, result.Error));
        Assert.Equal(before, File.ReadAllBytes(folder["samples/0001.png"]));
    }

    [Fact]
    public void Decode_OntoItsInput_IsRejected()
    {
        using var folder = new TemporaryFolder();
        var codes = folder["codes.npy"];
        CommandResult.Run("encode", bundles.Dense, TrainedBundles.Digits, "--out", codes);

        var result = CommandResult.Run("decode", bundles.Dense, codes, "--out", codes);

        Assert.Equal(
            (ExitCode.BadInput, $"'{codes}' is an input and would be overwritten. Choose another output path.\n"),
            (result.Code, result.Error));
        Assert.Equal([TrainedBundles.TestRows, TrainedBundles.LatentSize], NpyFile.Read(codes).Shape);
    }

    [Fact]
    public void Interpolate_OntoItsInput_IsRejected()
    {
        using var folder = new TemporaryFolder();
        CommandResult.Run("sample", bundles.Vae, "--count", "2", "--out", folder["samples/"]);

        var result = CommandResult.Run(
            "interpolate", bundles.Vae, folder["samples/0000.png"], folder["samples/0001.png"], "--out", folder["samples/"]);

        Assert.Equal(
            (ExitCode.BadInput, $"'{folder["samples/0000.png"]}' is an input and would be overwritten. Choose another output path.\n"),
            (result.Code, result.Error));
    }

    [Fact]
    public void Sample_TemperatureBeyondFloat_IsRejected()
    {
        using var folder = new TemporaryFolder();

        var result = CommandResult.Run("sample", bundles.Vae, "--temperature", "1e300", "--out", folder["s.npy"]);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith("The temperature is out of range.\n", result.Error);
        Assert.False(File.Exists(folder["s.npy"]));
    }

    [Fact]
    public void Reconstruct_ImageOfAnotherSize_NeedsResize()
    {
        using var folder = new TemporaryFolder();
        var image = folder["wide.png"];
        ImageTensor.SavePng(image, new float[40 * 20], new ImageShape(1, 20, 40));

        var rejected = CommandResult.Run("reconstruct", bundles.Dense, image, "--out", folder["y.npy"]);
        var resized = CommandResult.Run("reconstruct", bundles.Dense, image, "--resize", "--out", folder["y.npy"]);

        Assert.Equal(
            (ExitCode.BadInput,
                $"The size of an image differs from the model's.\nWhere: {image}\nExpected: 28 x 28 pixels\nReceived: 40 x 20 pixels\n"
                + "Fix: Add --resize to resize images.\n"),
            (rejected.Code, rejected.Error));
        Assert.Equal(ExitCode.Done, resized.Code);
    }

    [Fact]
    public void Sample_SameSeed_GivesTheSameBytes()
    {
        using var folder = new TemporaryFolder();

        foreach (var (file, seed) in new[] { ("a.png", "42"), ("b.png", "42"), ("c.png", "43") })
            CommandResult.Run("sample", bundles.Vae, "--count", "9", "--seed", seed, "--out", folder[file]);

        Assert.Equal(File.ReadAllBytes(folder["a.png"]), File.ReadAllBytes(folder["b.png"]));
        Assert.NotEqual(File.ReadAllBytes(folder["a.png"]), File.ReadAllBytes(folder["c.png"]));
    }

    [Fact]
    public void Sample_Truncation_GivesOtherRowsOfTheSameSeed()
    {
        using var folder = new TemporaryFolder();

        CommandResult.Run("sample", bundles.Vae, "--count", "3", "--truncation", "6.5", "--out", folder["whole.npy"]);
        CommandResult.Run("sample", bundles.Vae, "--count", "3", "--out", folder["plain.npy"]);
        CommandResult.Run("sample", bundles.Vae, "--count", "3", "--truncation", "0.5", "--out", folder["cut.npy"]);

        Assert.Equal(File.ReadAllBytes(folder["plain.npy"]), File.ReadAllBytes(folder["whole.npy"]));
        Assert.NotEqual(File.ReadAllBytes(folder["plain.npy"]), File.ReadAllBytes(folder["cut.npy"]));
    }

    [Fact]
    public void Sample_TemperatureZero_GivesTheSameRowEveryTime()
    {
        using var folder = new TemporaryFolder();

        CommandResult.Run("sample", bundles.Vae, "--count", "2", "--temperature", "0", "--out", folder["s.npy"]);

        var rows = NpyFile.Read(folder["s.npy"]).Values;
        Assert.Equal(rows[..TrainedBundles.InputSize], rows[TrainedBundles.InputSize..]);
    }

    [Fact]
    public void Sample_MoreThanASheetHolds_SaysHowManyAreOnIt()
    {
        using var folder = new TemporaryFolder();
        var sheet = folder["s.png"];

        var result = CommandResult.Run("sample", bundles.Vae, "--count", "1100", "--out", sheet);

        Assert.Equal(
            (ExitCode.Done,
                $"Wrote 1,024 rows to {sheet}\n",
                $"note: {sheet} shows the first 1,024 of 1,100 images. "
                + "Use a path that ends in .npy, .csv or a slash to write all of them.\n"),
            (result.Code, result.Output, result.Error));
    }

    [Fact]
    public void Sample_FamilyWithoutPrior_SaysSo()
    {
        using var folder = new TemporaryFolder();

        var result = CommandResult.Run("sample", bundles.Dense, "--out", folder["s.npy"]);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith("The family 'dense' has no prior to sample from.\n", result.Error);
    }

    [Theory]
    [InlineData("linear")]
    [InlineData("spherical")]
    public void Interpolate_TwoRows_BeginsAndEndsAtTheirReconstructions(string kind)
    {
        using var folder = new TemporaryFolder();
        CommandResult.Run("reconstruct", bundles.Vae, TrainedBundles.Digits, "--out", folder["all.npy"]);

        CommandResult.Run(
            "interpolate",
            bundles.Vae,
            $"{TrainedBundles.Digits}:0",
            $"{TrainedBundles.Digits}:7",
            "--steps",
            "5",
            "--kind",
            kind,
            "--out",
            folder["path.npy"]);

        var (all, path) = (NpyFile.Read(folder["all.npy"]).Values, NpyFile.Read(folder["path.npy"]));
        Assert.Equal([5, TrainedBundles.InputSize], path.Shape);
        Assert.Equal(all[(7 * TrainedBundles.InputSize) + 400], path.Values[(4 * TrainedBundles.InputSize) + 400], tolerance: 1e-5f);
        Assert.Equal(all[400], path.Values[400], tolerance: 1e-5f);
    }

    [Fact]
    public void Interpolate_Sheet_IsOneLine()
    {
        using var folder = new TemporaryFolder();

        CommandResult.Run(
            "interpolate",
            bundles.Vae,
            $"{TrainedBundles.Digits}:0",
            $"{TrainedBundles.Digits}:7",
            "--out",
            folder["path.png"]);

        var shape = ImageTensor.Identify(folder["path.png"]);
        Assert.InRange(shape.Width, 8 * Pixels, 8 * (Pixels + Scale));
        Assert.InRange(shape.Height, Pixels, Pixels + Scale);
    }

    [Theory]
    [InlineData(":60", "The row does not exist.\nWhere: {0}\nExpected: a row from 0 to 59\nReceived: 60\n")]
    [InlineData(
        "", "The input has several rows.\nWhere: {0}\nExpected: one row\nReceived: 60 rows\nFix: Specify the 0-based row: {0}:0.\n")]
    public void Interpolate_RowThatCannotBeTaken_SaysWhich(string suffix, string expected)
    {
        var result = CommandResult.Run(
            "interpolate",
            bundles.Vae,
            TrainedBundles.Digits + suffix,
            $"{TrainedBundles.Digits}:1",
            "--out",
            Path.Combine(bundles.Folder, "never.npy"));

        Assert.Equal((ExitCode.BadInput, string.Format(expected, TrainedBundles.Digits)), (result.Code, result.Error));
    }
}
