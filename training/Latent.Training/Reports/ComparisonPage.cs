using System.Xml.Linq;
using Latent.Bundles;

namespace Latent.Training.Reports;

/// <summary>A page that compares several models: metrics, loss curves, images.</summary>
public static class ComparisonPage
{
    /// <summary>Writes the page; bundles of the same name are named by their paths.</summary>
    /// <param name="bundles">The bundles, two or more, and their paths as given by the user.</param>
    /// <returns>One self-contained HTML file.</returns>
    /// <exception cref="BundleException">One of them has no metrics.</exception>
    public static string Write(IReadOnlyList<(string Path, Bundle Bundle)> bundles) => Write(ComparedBundle.Read(bundles));

    private static string Write(IReadOnlyList<ComparedBundle> bundles)
    {
        XElement?[] sections =
        [
            Html.Section(
                "figures",
                "Figures",
                Html.Note(
                    "The best value is bold. Test metrics are ranked if all models use the same data set, " +
                    "losses only if they also use the same likelihood."),
                ComparisonTable.Create(bundles)),
            Html.Section("loss", "Loss", Html.Grid(bundles.GroupBy(bundle => bundle.LossKind).Select(kind => LossChart(kind, bundles)))),
            Images("reconstructions", "Reconstructions", "test images, each above its reconstruction", bundles,
                content => content.Reconstructions),
            Images("samples", "Samples", "images sampled from the prior", bundles, content => content.Samples),
        ];
        var producer = bundles[0].Manifest.Producer;
        return HtmlPage.Write(
            $"{bundles.Count} models compared", string.Join(", ", bundles.Select(bundle => bundle.Name)), overview: null,
            [.. sections.OfType<XElement>()], $"Written by {producer.Name} {producer.Version}.");
    }

    private static XElement LossChart(IGrouping<string, ComparedBundle> kind, IReadOnlyList<ComparedBundle> all) => Html.Figure(
        $"Validation {kind.Key} over the epochs (training loss without validation rows).",
        LineChart.Draw(
            $"Validation {kind.Key} of {string.Join(", ", kind.Select(bundle => bundle.Name))} over epochs",
            kind.Key,
            [.. all.Select(Line).Where(line => kind.Any(bundle => bundle.Name == line.Name))]));

    private static Series Line(ComparedBundle bundle, int position) => new(
        bundle.Name,
        position % Legend.Colours,
        [.. bundle.Content.History.Select(epoch => (epoch.Epoch, (epoch.Validation ?? epoch.Train).Loss))],
        IsDashed: position >= Legend.Colours);

    private static XElement? Images(
        string id,
        string heading,
        string what,
        IEnumerable<ComparedBundle> bundles,
        Func<ReportContent, byte[]?> png)
    {
        var figures = bundles.Where(bundle => png(bundle.Content) is not null)
            .Select(bundle => Html.Figure($"{bundle.Name}: {what}.", Html.Image(png(bundle.Content)!, $"{bundle.Name}: {what}")))
            .ToList();
        return figures.Count == 0 ? null : Html.Section(id, heading, Html.Grid(figures));
    }
}
