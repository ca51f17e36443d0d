using Latent.Cli;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>Renders the pages that the command writes in a real browser.</summary>
public sealed class ReportInBrowserTests(ReportInBrowserTests.Pages pages) : IClassFixture<ReportInBrowserTests.Pages>
{
    private const string White = "rgb(255, 255, 255)";
    private const int PhoneWidth = 500;

    [BrowserFact]
    public void Report_OfATrainedModel_ShowsEveryImageAndChart()
    {
        var reading = Browser.Read(pages.Report);

        Assert.Equal(
            ["loss", "reconstructions", "samples", "interpolation", "latent-space", "scores", "figures", "configuration", "environment"], reading.Sections);
        Assert.Equal(9, reading.ImageWidths.Count);           // 3 rows of reconstruction history, pairs, samples, 4 interpolations
        Assert.Equal(6, reading.ChartWidths.Count);             // loss and its 2 terms, codes twice, scores
        AssertIsWhole(reading);
    }

    [BrowserFact]
    public void Comparison_OfTwoModels_ShowsEveryImageAndChart()
    {
        var reading = Browser.Read(pages.Comparison);

        Assert.Equal(["figures", "loss", "reconstructions", "samples"], reading.Sections);
        Assert.Equal(3, reading.ImageWidths.Count);
        Assert.Equal(2, reading.ChartWidths.Count);
        AssertIsWhole(reading);
    }

    [BrowserFact]
    public void Report_OnANarrowScreen_NeedsNoMovingSideways()
    {
        Assert.InRange(Browser.Read(pages.Report, PhoneWidth).Overflow, int.MinValue, 0);
        Assert.InRange(Browser.Read(pages.Comparison, PhoneWidth).Overflow, int.MinValue, 0);
    }

    [BrowserFact]
    public void Reading_OfABrokenPage_FindsWhatIsBroken()
    {
        var reading = Browser.Read(pages.Comparison
            .Replace("data:image/png;base64,", "data:image/png;base64,AAAA")
            .Replace("id=\"loss\"", "id=\"lost\"")
            .Replace("</main>", "</main><script>console.error('broken on purpose')</script>"));

        Assert.All(reading.ImageWidths, width => Assert.Equal(0, width));
        Assert.Equal(3, reading.Faults.Count);
        Assert.Equal(["#loss"], reading.DeadLinks);
        Assert.Contains("broken on purpose", Assert.Single(reading.Console));
    }

    private static void AssertIsWhole(PageReading reading)
    {
        Assert.All(reading.ImageWidths, width => Assert.True(width > 0));
        Assert.All(reading.ChartWidths, width => Assert.True(width > 0));
        Assert.Empty(reading.DeadLinks);
        Assert.Empty(reading.Fetched);
        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Console);
        Assert.Equal(White, reading.Background);
    }

    /// <summary>Trains two tiny models and writes their pages once, with the command itself.</summary>
    public sealed class Pages : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public Pages()
        {
            if (Browser.Program is null)
                return;
            Run(
                "train",
                "mnist-vae",
                "mnist-dense",
                "--data",
                "synthetic:digits?count=300",
                "--set",
                "options.hidden=[16]",
                "--set",
                "fit.epochs=2",
                "--out",
                folder.Path);
            Run("report", folder["mnist-vae"], "--out", folder["report.html"]);
            Run("report", folder["mnist-vae"], folder["mnist-dense"], "--compare", "--out", folder["comparison.html"]);
        }

        internal string Report => File.ReadAllText(folder["report.html"]);

        internal string Comparison => File.ReadAllText(folder["comparison.html"]);

        public void Dispose() => folder.Dispose();

        private static void Run(params string[] arguments)
        {
            using var error = new StringWriter();
            Assert.True(LatentCommand.Run(arguments, TextWriter.Null, error) == 0, error.ToString());
        }
    }
}
