using Latent.Bundles;
using Latent.Data;
using Latent.Fitting;
using Latent.Tests;
using Latent.Training.Recipes;
using Latent.Training.Reports;
using Latent.Training.Tests.Recommenders;

namespace Latent.Training.Tests.Reports;

public sealed class ReportPageTests : IDisposable
{
    private const long MaxBytes = 700_000;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task Page_OfAVariationalModelOfImages_ShowsEverything()
        => Verifier.Verify(PageOutline.Format(PageOf(TinyRuns.Variational, TinyRuns.Digits)));

    [Fact]
    public void Page_OfADenseModel_HasNoSamples()
    {
        var outline = PageOutline.Format(PageOf(TinyRuns.Dense, TinyRuns.Digits));

        Assert.DoesNotContain("## Samples", outline);
        Assert.Contains("From the code of one test image to that of another, along a straight line.", outline);
    }

    [Fact]
    public void Page_OfATable_HasNoImages()
    {
        var rows = new Dataset("sensors", [4], [.. Enumerable.Range(0, 4 * 400).Select(i => MathF.Sin(i) / 2 + 0.5f)]);
        var recipe = TinyRuns.Dense with { Options = TinyRuns.Options("""{ "hidden": [8], "latent": 2 }""") };

        var page = PageOf(recipe, DataSplits.Divide(rows, new DataOptions { Validation = SplitSize.Samples(150) }));

        Assert.Empty(PageOutline.Parse(page).Descendants("img"));
        Assert.Equal(
            ["Loss", "Latent space", "Anomaly scores", "Test figures", "Configuration", "Environment"],
            PageOutline.Parse(page).Descendants("h2").Select(heading => heading.Value));
    }

    [Fact]
    public void Page_OfARecommender_ShowsRecommendations_AndNoImages()
    {
        var page = PageOutline.Parse(PageOf(TinyRatings.Multinomial, TinyRatings.Data));

        Assert.Empty(page.Descendants("img"));
        Assert.Equal(
            ["Loss", "Recommendations", "Latent space", "Anomaly scores", "Test figures", "Configuration", "Environment"],
            page.Descendants("h2").Select(heading => heading.Value));
        Assert.Equal(4, page.Descendants("table").Single(table => table.Attribute("class")?.Value == "tastes").Elements("tr").Count());
        Assert.Contains("test NDCG@100", page.Descendants("dt").Select(term => term.Value));
        Assert.Contains("\u2713", page.Value);
    }

    [Fact]
    public void Page_OfAModelThatWasStoppedEarly_ShowsTheWeightsThatWereKept()
    {
        var recipe = TinyRuns.Dense with { Fit = TinyRuns.Dense.Fit with { EarlyStopping = new EarlyStoppingOptions { Patience = 1 } } };

        var alts = PageOutline.Parse(PageOf(recipe, TinyRuns.Digits)).Descendants("img").Select(image => image.Attribute("alt")!.Value);

        Assert.Contains("Reconstructions by the exported model", alts);
    }

    [Fact]
    public void Page_OfImages_IsSmallAndFetchesNothing()
    {
        var page = PageOf(TinyRuns.Variational, TinyRuns.Digits);

        Assert.InRange(page.Length, 10_000, MaxBytes);
        Assert.DoesNotContain("http", page);
        Assert.Empty(PageOutline.Parse(page).Descendants("script"));
        Assert.All(
            PageOutline.Parse(page).Descendants("img"),
            image => Assert.StartsWith("data:image/png;base64,", image.Attribute("src")!.Value));
        Assert.DoesNotContain(folder.Path, page);
    }

    [Fact]
    public void Page_OfABundleWithoutOne_IsBuiltFromTheBundle()
    {
        PageOf(TinyRuns.Variational, TinyRuns.Digits);
        var bundle = Bundle.Open(folder["tiny-vae"]);
        File.Delete(BundleReport.PathOf(bundle));

        var (page, isThere) = BundleReport.Page(bundle);

        Assert.False(isThere);
        Assert.Equal(
            ["Loss", "Reconstructions", "Samples", "Anomaly scores", "Test figures", "Configuration", "Environment"],
            PageOutline.Parse(page).Descendants("h2").Select(heading => heading.Value));
    }

    [Fact]
    public void Activations_OfASparseModel_AreShown()
    {
        PageOf(TinyRuns.Dense, TinyRuns.Digits);
        var content = BundleReport.Read(Bundle.Open(folder["tiny-dense"]));
        var activity = new CodeActivity(Histogram.Create([0, 0, 0, 2]), [0.5, 0], Silent: 1, MeanActive: 0.5);

        var outline = PageOutline.Format(ReportPage.Write(content with { Activity = activity }));

        Assert.Contains("## Activations\n  chart: Histogram of latent values\n", outline);
        Assert.Contains("  chart: Mean magnitudes, sorted\n", outline);
    }

    private string PageOf(Recipe recipe, DataSplits data)
    {
        var outcome = TrainingRun.Execute(recipe, data, new TrainingRunOptions { OutputFolder = folder.Path });
        return File.ReadAllText(Path.Combine(outcome.Folder, "report", "index.html"));
    }
}
