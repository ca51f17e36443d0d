using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

[Collection(BundleCollection.Name)]
public sealed class ReportCommandTests(TrainedBundles bundles) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Report_OfBundles_PrintsWhereTheirPagesAre()
    {
        var result = CommandResult.Run("report", bundles.Vae, bundles.Dense);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal($"{PageOf(bundles.Vae)}\n{PageOf(bundles.Dense)}\n", result.Output);
        Assert.True(File.Exists(PageOf(bundles.Vae)));
    }

    [Fact]
    public void Report_WithOut_CopiesThePage()
    {
        var result = CommandResult.Run("report", bundles.Vae, "--out", folder["sub/page.html"]);

        Assert.Equal((ExitCode.Done, $"{folder["sub/page.html"]}\n"), (result.Code, result.Output));
        Assert.Equal(File.ReadAllText(PageOf(bundles.Vae)), File.ReadAllText(folder["sub/page.html"]));
    }

    [Fact]
    public void Report_OfABundleWithoutAPage_MakesOne()
    {
        var copy = CopyOf(bundles.Dense);
        File.Delete(PageOf(copy));

        var result = CommandResult.Run("report", copy);

        Assert.Equal((ExitCode.Done, $"{PageOf(copy)}\n"), (result.Code, result.Output));
        Assert.StartsWith("<!DOCTYPE html>\n", File.ReadAllText(PageOf(copy)));
    }

    [Fact]
    public void Report_Compare_WritesOnePage()
    {
        var page = folder["both.html"];

        var result = CommandResult.Run("report", bundles.Vae, bundles.Dense, "--compare", "--out", page);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Matches($@"^Wrote {page} \(\d+\.\d kB\)\n$", result.Output);
        Assert.Contains("<h1>2 models compared</h1>", File.ReadAllText(page));
        Assert.Equal([page], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Report_CompareWithJson_SaysWhere()
    {
        var page = folder["both.html"];

        var json = CommandResult.Run("report", bundles.Vae, bundles.Dense, "--compare", "--out", page, "--json").Json;

        Assert.Equal(page, json.GetProperty("out").GetString());
        Assert.Equal([bundles.Vae, bundles.Dense], json.GetProperty("bundles").EnumerateArray().Select(bundle => bundle.GetString()));
    }

    [Fact]
    public void Report_WithJson_SaysWhereEachPageIs()
    {
        var report = Assert.Single(CommandResult.Run("report", bundles.Dense, "--json").Json.GetProperty("reports").EnumerateArray());

        Assert.Equal(
            (bundles.Dense, PageOf(bundles.Dense)),
            (report.GetProperty("bundle").GetString(), report.GetProperty("report").GetString()));
    }

    [Fact]
    public void Report_OfWhatIsNoBundle_SaysSo()
    {
        var result = CommandResult.Run("report", folder.Path);

        Assert.Equal((ExitCode.BadInput, ""), (result.Code, result.Output));
        Assert.StartsWith($"This folder is not a bundle.\nWhere: {folder.Path}", result.Error);
    }

    [Fact]
    public void Report_CompareWithoutMetrics_SaysWhichFile()
    {
        var copy = CopyOf(bundles.Dense);
        var log = Path.Combine(copy, "report", "metrics.jsonl");
        File.Delete(log);

        var result = CommandResult.Run("report", bundles.Vae, copy, "--compare", "--out", folder["both.html"]);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.Equal(
            $"The metrics of the training run are missing.\nWhere: {log}\n" +
            "Expected: one JSON object per epoch, as written by 'latent train'\nReceived: nothing\n" +
            "Fix: restore the original bundle, or train the model again.\n",
            result.Error);
        Assert.False(File.Exists(folder["both.html"]));
    }

    [Theory]
    [InlineData("page.txt")]
    [InlineData("weights.bin")]
    [InlineData("folder/")]
    public void Report_IntoWhatIsNoPage_IsRejected(string name)
    {
        var result = CommandResult.Run("report", bundles.Vae, "--out", folder[name]);

        Assert.Equal(
            (ExitCode.BadInput, $"'{folder[name]}' is not a valid path for a page. Use the path of a file that ends in .html.\n"),
            (result.Code, result.Error));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static string PageOf(string bundle) => Path.Combine(bundle, "report", "index.html");

    private string CopyOf(string bundle)
    {
        var copy = folder["copy"];
        foreach (var file in Directory.EnumerateFiles(bundle, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(bundle, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}
