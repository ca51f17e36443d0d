using Latent.Imaging;
using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

public sealed class CodecCommandsTests(CodecCommandsTests.TrainedCodec trained) :
    IClassFixture<CodecCommandsTests.TrainedCodec>,
    IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void CompressThenDecompress_AnImage_RestoresItsSize()
    {
        var image = Image("digit.png");

        var compressed = CommandResult.Run("compress", trained.Bundle, image, "--rate", "1", "--out", folder["digit.lat"]);
        var decompressed = CommandResult.Run("decompress", trained.Bundle, folder["digit.lat"], "--out", folder["again.png"]);

        Assert.Equal((ExitCode.Done, ""), (compressed.Code, compressed.Error));
        Assert.Matches($@"^{folder["digit.lat"]}: 20 x 30 pixels, \d+ bytes compressed, [\d.]+ bits per pixel\n$", compressed.Output);
        Assert.Equal((ExitCode.Done, ""), (decompressed.Code, decompressed.Error));
        Assert.Equal(new ImageShape(1, 30, 20), ImageTensor.Identify(folder["again.png"]));
    }

    [Fact]
    public void Compress_AFolderWithJson_ListsEveryFile()
    {
        Image("images/one.png");
        Image("images/two.png");

        var result = CommandResult.Run("compress", trained.Bundle, folder["images"], "--out", folder["small/"], "--json").Json;

        var files = result.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal([folder["small/one.lat"], folder["small/two.lat"]], files.Select(file => file.GetProperty("out").GetString()));
        Assert.All(
            files,
            file => Assert.Equal(new FileInfo(file.GetProperty("out").GetString()!).Length, file.GetProperty("bytes").GetInt64()));
    }

    [Fact]
    public void Decompress_ADamagedFile_SaysSoAndWritesNothing()
    {
        var file = folder["digit.lat"];
        CommandResult.Run("compress", trained.Bundle, Image("digit.png"), "--out", file);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]);

        var result = CommandResult.Run("decompress", trained.Bundle, file, "--out", folder["again.png"]);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith("The compressed image is truncated.\n", result.Error);
        Assert.False(File.Exists(folder["again.png"]));
    }

    [Fact]
    public void Compress_ARateThatTheModelDoesNotHave_SaysWhichItHas()
    {
        var result = CommandResult.Run("compress", trained.Bundle, Image("digit.png"), "--rate", "2", "--out", folder["digit.lat"]);

        Assert.Equal((ExitCode.BadInput, "--rate takes 0 to 1 with this model. Received: 2.\n"), (result.Code, result.Error));
    }

    [Theory]
    [InlineData("digit.png", "'{0}' is not a valid output path. Use a path that ends in .lat, or in a slash for a folder.\n")]
    [InlineData("digit.jpg", "'{0}' is not a valid output path. Use a path that ends in .lat, or in a slash for a folder.\n")]
    public void Compress_IntoAnotherKindOfFile_SaysWhatWouldDo(string name, string message)
    {
        var result = CommandResult.Run("compress", trained.Bundle, Image("digit.png"), "--out", folder[name]);

        Assert.Equal(
            (ExitCode.BadInput, string.Format(System.Globalization.CultureInfo.InvariantCulture, message, folder[name])),
            (result.Code, result.Error));
    }

    [Fact]
    public void Compress_SeveralImagesIntoOneFile_AsksForAFolder()
    {
        var result = CommandResult.Run("compress", trained.Bundle, Image("one.png"), Image("two.png"), "--out", folder["both.lat"]);

        Assert.Equal(
            (ExitCode.BadInput,
                $"'{folder["both.lat"]}' is a single file, but there are 2 files to write. "
                + "Use a path that ends in a slash for a folder.\n"),
            (result.Code, result.Error));
    }

    [Fact]
    public void BenchmarkCodec_OfABundle_PutsItBesideJpeg()
    {
        var result = CommandResult.Run("benchmark", "codec", trained.Bundle, "--data", TrainedCodec.Digits);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Contains($"ct-codec on 12 images of {TrainedCodec.Digits}\n", result.Output);
        Assert.Contains("│ rate │ bits/pixel │ PSNR, dB │ MS-SSIM │ JPEG PSNR │ JPEG MS-SSIM │", result.Output);
    }

    [Fact]
    public void BenchmarkCodec_OfAnotherBundle_SaysThatItIsNone()
    {
        var result = CommandResult.Run("benchmark", "codec", Repository.At("models/mnist-dense"), "--data", TrainedCodec.Digits);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith("The bundle is not a codec.\n", result.Error);
    }

    private string Image(string name)
    {
        var pixels = Enumerable.Range(0, 600).Select(position => position % 20 / 20f).ToArray();
        ImageTensor.SavePng(folder[name], pixels, new ImageShape(1, 30, 20));
        return folder[name];
    }

    /// <summary>A tiny codec, trained once by the command itself.</summary>
    public sealed class TrainedCodec : IDisposable
    {
        internal const string Digits = "synthetic:digits?count=60";

        private readonly TemporaryFolder folder = new();

        public TrainedCodec()
        {
            string[] changes
                = ["options.widths=[8]", "options.latent=8", "options.rates=2", "options.patch=16", "fit.epochs=2", "data.validation=4"];
            var result = CommandResult.Run(
                ["train", "ct-codec", "--data", Digits, "--out", folder.Path, .. changes.SelectMany(change => new[] { "--set", change })]);
            Assert.True(result.Code == ExitCode.Done, result.Error);
        }

        internal string Bundle => folder["ct-codec"];

        public void Dispose() => folder.Dispose();
    }
}
