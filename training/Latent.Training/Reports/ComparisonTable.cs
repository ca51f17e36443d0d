using System.Xml.Linq;

namespace Latent.Training.Reports;

/// <summary>A table of metrics with one column per bundle; the best of comparable values is bold.</summary>
internal static class ComparisonTable
{
    private const string Missing = "–";

    public static XElement Create(IReadOnlyList<ComparedBundle> bundles) => Html.Wide(new XElement(
        "table",
        Html.Class("compare"),
        new XElement("thead", new XElement("tr", Html.RowHeading(""), bundles.Select(bundle => Html.ColumnHeading(bundle.Name)))),
        new XElement("tbody", Facts(bundles), Metrics(bundles), Costs(bundles))));

    private static IEnumerable<XElement> Facts(IReadOnlyList<ComparedBundle> bundles) =>
    [
        Row("family", bundles, bundle => bundle.Manifest.Family),
        Row("data", bundles, bundle => bundle.Manifest.Data?.Name),
        Row("latent dimension", bundles, bundle => NumberText.Count(bundle.Manifest.Latent.Size)),
    ];

    private static IEnumerable<XElement> Metrics(IReadOnlyList<ComparedBundle> bundles) => MetricNames
        .Sorted(bundles.SelectMany(bundle => bundle.Manifest.Metrics.Keys))
        .Select(metric => Ranked(
            $"test {MetricNames.Text(metric)}",
            bundles,
            bundle => bundle.Manifest.Metrics.TryGetValue(metric, out var value) ? value : null,
            NumberText.Short,
            AreComparable(metric, bundles) ? MetricNames.DirectionOf(metric) : 0));

    private static IEnumerable<XElement> Costs(IReadOnlyList<ComparedBundle> bundles) =>
    [
        Ranked("parameters", bundles, bundle => bundle.Content.Run?.Parameters, NumberText.Count, -1),
        Ranked("size on disk", bundles, bundle => bundle.Content.ModelBytes, bytes => NumberText.Bytes((long)bytes), -1),
        Row("epochs", bundles, bundle => NumberText.Count(bundle.Content.History[^1].Epoch)),
        Ranked(
            "training time",
            bundles,
            bundle => bundle.Content.History.Sum(epoch => epoch.Seconds),
            seconds => NumberText.Duration(TimeSpan.FromSeconds(seconds)),
            -1),
        Ranked("parity", bundles, bundle => bundle.Manifest.Parity?.MaxDifference, NumberText.Short, -1),
    ];

    private static bool AreComparable(string metric, IReadOnlyList<ComparedBundle> bundles) =>
        bundles.Select(bundle => bundle.Manifest.Data?.Name).Distinct().Count() == 1
        && (!MetricNames.DependsOnLikelihood(metric) || bundles.Select(bundle => bundle.LossKind).Distinct().Count() == 1);

    private static XElement Row(string name, IEnumerable<ComparedBundle> bundles, Func<ComparedBundle, string?> text) =>
        new("tr", Html.RowHeading(name), bundles.Select(bundle => new XElement("td", text(bundle) ?? Missing)));

    private static XElement Ranked(
        string name,
        IReadOnlyList<ComparedBundle> bundles,
        Func<ComparedBundle, double?> figure,
        Func<double, string> show,
        int direction)
    {
        var figures = bundles.Select(figure).ToList();
        var known = figures.OfType<double>().ToList();
        var best = direction == 0 || known.Distinct().Count() < 2 ? (double?)null : direction < 0 ? known.Min() : known.Max();
        return new XElement("tr", Html.RowHeading(name), figures.Select(value => new XElement(
            "td", value is not { } there ? Missing : there == best ? new XElement("strong", show(there)) : show(there))));
    }
}
