using Latent.Bundles;
using Latent.Tests;
using Latent.Training.Recipes;
using Latent.Training.Reports;

namespace Latent.Training.Tests.Reports;

public sealed class ComparisonPageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task Page_OfTwoFamilies_ShowsThemSideBySide() =>
        Verifier.Verify(PageOutline.Format(PageOf(Train(TinyRuns.Dense), Train(TinyRuns.Variational))));

    [Fact]
    public void Table_OfTwoFamilies_RanksNoLossOfDifferentKinds()
    {
        var bold = BoldRows(PageOf(Train(TinyRuns.Dense), Train(TinyRuns.Variational)));

        Assert.DoesNotContain("test loss", bold);
        Assert.Contains("test MSE", bold);
        Assert.Contains("parameters", bold);
    }

    [Fact]
    public void Table_OfOneFamily_RanksTheLoss()
    {
        var longer = Train(TinyRuns.Dense with { Name = "longer", Fit = TinyRuns.Dense.Fit with { Epochs = 4 } });
        var page = PageOutline.Parse(PageOf(Train(TinyRuns.Dense), longer));

        var cells = page.Descendants("tr").Single(row => row.Element("th")!.Value == "test loss").Elements("td").ToList();
        Assert.Null(cells[0].Element("strong"));
        Assert.NotNull(cells[1].Element("strong"));
    }

    [Fact]
    public void Names_OfBundlesOfOneName_AreTheirPaths()
    {
        var bundle = Train(TinyRuns.Dense);

        Assert.Equal(
            ["a/tiny-dense", "b/tiny-dense"],
            ComparedBundle.Read([("a/tiny-dense", bundle), ("b/tiny-dense", bundle)]).Select(each => each.Name));
    }

    private static IEnumerable<string> BoldRows(string page) => PageOutline.Parse(page)
        .Descendants("tr").Where(row => row.Descendants("strong").Any()).Select(row => row.Element("th")!.Value);

    private static string PageOf(params Bundle[] bundles) => ComparisonPage.Write([.. bundles.Select(bundle => (bundle.Folder, bundle))]);

    private Bundle Train(Recipe recipe) =>
        Bundle.Open(TrainingRun.Execute(recipe, TinyRuns.Digits, new TrainingRunOptions { OutputFolder = folder.Path }).Folder);
}
