using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Latent.Bundles;

namespace Latent.Training.Reports;

/// <summary>The page of one model: how it was trained, what it draws, how its codes lie, how it scores, what it was made of.</summary>
internal static class ReportPage
{
    private const int SeveralEpochs = 2;

    /// <summary>Writes the page.</summary>
    /// <param name="content">What there is to show.</param>
    /// <returns>One self-contained HTML file.</returns>
    public static string Write(ReportContent content)
    {
        XElement?[] sections =
        [
            Loss(content), Recommendations(content), Texts(content), Reconstructions(content), Samples(content), Interpolation(content), LatentSpace(content),
            Activations(content), HeatMaps(content), Scores(content), Figures(content.Manifest), Configuration(content), Environment(content.Run),
        ];
        var producer = content.Manifest.Producer;
        return HtmlPage.Write(
            content.Manifest.Name,
            DescriptionOf(content) ?? $"A model of the family {content.Manifest.Family}.",
            Html.KeyFigures(KeyFigures(content)),
            [.. sections.OfType<XElement>()],
            $"Written by {producer.Name} {producer.Version}.");
    }

    internal static string? DescriptionOf(ReportContent content) =>
        content.Recipe is { } recipe && recipe.TryGetProperty("description", out var description) ? description.GetString() : null;

    private static IEnumerable<(string Name, string Value)> KeyFigures(ReportContent content)
    {
        foreach (var metric in new[] { MetricNames.Loss, MetricNames.SquaredError, MetricNames.Gain, MetricNames.Recall, MetricNames.Detection })
        {
            if (content.Manifest.Metrics.TryGetValue(metric, out var value))
                yield return ($"test {MetricNames.Text(metric)}", NumberText.Short(value));
        }

        yield return ("epochs", NumberText.Count(content.History[^1].Epoch));
        yield return ("training time", NumberText.Duration(TimeSpan.FromSeconds(content.History.Sum(epoch => epoch.Seconds))));
        if (content.Run is { } run)
            yield return ("parameters", NumberText.Count(run.Parameters));
        yield return ("size of a code", NumberText.Count(content.Manifest.Latent.Size));
        yield return ("size on disk", NumberText.Bytes(content.ModelBytes));
    }

    internal static XElement Loss(ReportContent content) => Html.Section(
        "loss",
        "Loss",
        Html.Grid(LossCharts.Create(content.History)),
        content.History.Count < SeveralEpochs ? Html.Note("One epoch makes no curve: train for more with --set fit.epochs=N.") : null);

    private static XElement? Reconstructions(ReportContent content) => content.Film.Count == 0 && content.Reconstructions is null ? null : Html.Section(
        "reconstructions",
        "Reconstructions",
        content.Film.Count > 0 ? Html.Figure("Validation pictures on top; below them, what the model made of each as training went on.", Html.Wide(Html.Strips(content.Film))) : null,
        content.Reconstructions is { } pairs ? Html.Figure("Test pictures, each above its reconstruction by the exported model.", Html.Image(pairs, "Test pictures in rows, each row above the row of its reconstructions")) : null);

    private static XElement? Recommendations(ReportContent content) => content.Tastes.Count == 0 ? null : Html.Section(
        "recommendations",
        "Recommendations",
        Html.Note("Users that the model was not trained on: what it was shown of their ratings, what it was not shown, and what it recommended, the best first; found ones are marked with a tick."),
        Html.Wide(new XElement(
            "table",
            Html.Class("tastes"),
            new XElement("tr", Html.ColumnHeading("shown"), Html.ColumnHeading("not shown"), Html.ColumnHeading("recommended")),
            content.Tastes.Select(taste => new XElement(
                "tr",
                new XElement("td", string.Join(", ", taste.Shown)),
                new XElement("td", string.Join(", ", taste.Hidden)),
                new XElement("td", string.Join(", ", taste.Recommended.Select(title => taste.Hidden.Contains(title) ? $"{title} \u2713" : title))))))));

    private static XElement? Texts(ReportContent content) => content.Texts is not { } texts ? null : Html.Section(
        "texts",
        "Texts",
        Html.Figure("Test texts on the left, and what the exported model makes of their codes.", Html.Pairs(texts.Reconstructions)),
        Html.Figure("Decoded from codes that were drawn from the prior, without a text to start from.", Html.Pairs(texts.Samples.Select((text, position) => ($"{position + 1}", text)))));

    private static XElement? Samples(ReportContent content) => content.Samples is null ? null : Html.Section(
        "samples",
        "Samples",
        Html.Figure("Decoded from codes that were drawn from the prior, without a picture to start from.", Html.Image(content.Samples, "A grid of pictures drawn from the prior")));

    private static XElement? Interpolation(ReportContent content) => content.Interpolations.Count == 0 ? null : Html.Section(
        "interpolation",
        "Interpolation",
        Html.Figure(
            content.Manifest.Latent.Prior is null
                ? "From the code of one test picture to that of another, in a straight line."
                : "From the code of one test picture to that of another, on an arc that keeps the length a normal prior expects.",
            Html.Wide(Html.Strips(content.Interpolations))));

    private static XElement? LatentSpace(ReportContent content) => content.Map is not { } map ? null : Html.Section(
        "latent-space",
        "Latent space",
        Html.Figure(
            $"Codes of {PointsOf(map.Groups)} test rows in the plane in which they scatter most (principal components){(map.Groups.Count > 1 ? ", coloured by label" : "")}.",
            ScatterChart.Draw("Codes of test rows as points in a plane", Component("first", map.XShare), Component("second", map.YShare), map.Groups)),
        Html.Figure(
            $"Codes of {PointsOf(map.Neighbours)} of them in a plane in which neighbours stay neighbours (t-SNE). Groups that lie apart are apart; how far, and how large they are, means nothing.",
            ScatterChart.Draw("Codes of test rows by their neighbours", "", "", map.Neighbours)));

    private static string PointsOf(IEnumerable<(string Name, IReadOnlyList<(float X, float Y)> Points)> groups) => NumberText.Count(groups.Sum(group => group.Points.Count));

    private static string Component(string position, double share) => string.Create(CultureInfo.InvariantCulture, $"{position} component, {100 * share:0} % of the variance");

    private static XElement? Activations(ReportContent content) => content.Activity is not { } activity ? null : Html.Section(
        "activations",
        "Activations",
        Html.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"Over these test rows, {activity.MeanActive:0.#} of the {content.Manifest.Latent.Size} numbers in a code are active on average; {activity.Silent} never are.")),
        Html.Grid(
            Html.Figure("How often which number stands in a code, on a logarithmic scale.", HistogramChart.Draw("Histogram of the numbers in codes", "number in a code", "how often", activity.Values, isLog: true)),
            Html.Figure("Mean magnitude of each number of a code, from the busiest to the quietest.", RankChart.Draw("Mean magnitudes, sorted", "rank", "mean magnitude", activity.MeanActivations))));

    private static XElement? HeatMaps(ReportContent content) => content.HeatMaps.Count == 0 ? null : Html.Section(
        "heat-maps",
        "Where pictures are strange",
        Html.Figure(
            "Test pictures by label, each beside a heat map over it: the brighter a place, the larger the error of the exported model there.",
            Html.Wide(Html.Strips(content.HeatMaps))));

    private static XElement? Scores(ReportContent content) => content.Manifest.Calibration is not { } calibration || content.Scores.Count == 0 ? null : Html.Section(
        "scores",
        "Anomaly scores",
        Html.Figure(
            $"Scores ({calibration.ScoreKind.Replace('_', ' ')}) of {NumberText.Count(calibration.SampleCount)} validation rows. The line 0.99, say, has 99 of 100 rows on its left: a row beyond it is called an anomaly.",
            HistogramChart.Draw("Histogram of anomaly scores with thresholds", "score", "rows", Histogram.Create(content.Scores), thresholds: [.. calibration.Thresholds.Select(threshold => (threshold.Key, threshold.Value))])),
        Html.Pairs(calibration.Thresholds.Select(threshold => ($"threshold {threshold.Key}", NumberText.Short(threshold.Value)))));

    internal static XElement Figures(BundleManifest manifest) => Html.Section("figures", "Test figures", Html.Pairs(FigurePairs(manifest)));

    private static IEnumerable<(string Name, string Value)> FigurePairs(BundleManifest manifest)
    {
        foreach (var name in MetricNames.Sorted(manifest.Metrics.Keys))
            yield return (MetricNames.Text(name), NumberText.Short(manifest.Metrics[name]));
        if (manifest.Parity is { } parity)
            yield return ("parity", $"{NumberText.Short(parity.MaxDifference)} at most between TorchSharp and ONNX Runtime, at batches of {string.Join(", ", parity.BatchSizes)}; allowed {NumberText.Short(parity.Tolerance)}");
        if (manifest.Data is { } data)
            yield return ("data", data.Digest is { } digest ? $"{data.Name}, sha256 {digest}" : data.Name);
    }

    internal static XElement? Configuration(ReportContent content) => content.Recipe is not { } recipe ? null : Html.Section(
        "configuration", "Configuration", Html.Note("As 'latent train' takes it: --set KEY=VALUE changes a line."), Html.Pairs(Lines(recipe, "")));

    private static IEnumerable<(string Name, string Value)> Lines(JsonElement value, string key) => value.ValueKind == JsonValueKind.Object
        ? value.EnumerateObject().SelectMany(entry => Lines(entry.Value, key.Length > 0 ? $"{key}.{entry.Name}" : entry.Name))
        : [(key, value.ValueKind switch { JsonValueKind.String => value.GetString()!, JsonValueKind.Null => "none", _ => JsonSerializer.Serialize(value) })];

    internal static XElement? Environment(RunRecord? run) => run is null ? null : Html.Section("environment", "Environment", Html.Pairs(
    [
        ("operating system", run.Environment.OperatingSystem),
        ("processor", run.Environment.Processor),
        ("processors", $"{run.Environment.Processors}"),
        ("threads", $"{run.Environment.Threads}"),
        ("device", run.Environment.Device),
        (".NET", run.Environment.Dotnet),
        ("TorchSharp", $"{run.Environment.TorchSharp} on LibTorch {run.Environment.Libtorch}"),
        ("ONNX Runtime", run.Environment.OnnxRuntime),
        ("training", $"{NumberText.Duration(TimeSpan.FromSeconds(run.Seconds))}, {NumberText.Count(run.RowsPerSecond)} rows/s"),
    ]));
}
