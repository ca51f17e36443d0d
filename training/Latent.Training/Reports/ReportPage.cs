using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Latent.Bundles;
using Latent.Training.Recommenders;

namespace Latent.Training.Reports;

/// <summary>The report page of one model: training, reconstructions and samples, latent space, scores, configuration.</summary>
internal static class ReportPage
{
    private const int SeveralEpochs = 2;

    /// <summary>Writes the page.</summary>
    /// <param name="content">The content of the report.</param>
    /// <returns>One self-contained HTML file.</returns>
    public static string Write(ReportContent content)
    {
        XElement?[] sections =
        [
            Loss(content), Recommendations(content), Texts(content), Reconstructions(content), Samples(content), Interpolation(
                content), LatentSpace(content),
            Activations(content), HeatMaps(content), Scores(content), Figures(content
                .Manifest), Configuration(content), Environment(content.Run),
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
        foreach (var metric in new[] {
            MetricNames.Loss,
            MetricNames.SquaredError,
            MetricNames.Gain,
            MetricNames.Recall,
            MetricNames.Detection })
        {
            if (content.Manifest.Metrics.TryGetValue(metric, out var value))
                yield return ($"test {MetricNames.Text(metric)}", NumberText.Short(value));
        }

        yield return ("epochs", NumberText.Count(content.History[^1].Epoch));
        yield return ("training time", NumberText.Duration(TimeSpan.FromSeconds(content.History.Sum(epoch => epoch.Seconds))));
        if (content.Run is { } run)
            yield return ("parameters", NumberText.Count(run.Parameters));
        yield return ("latent dimension", NumberText.Count(content.Manifest.Latent.Size));
        yield return ("size on disk", NumberText.Bytes(content.ModelBytes));
    }

    internal static XElement Loss(ReportContent content) => Html.Section(
        "loss",
        "Loss",
        Html.Grid(LossCharts.Create(content.History)),
        content.History.Count < SeveralEpochs ? Html.Note("A single epoch gives no curve. Train longer with --set fit.epochs=N.") : null);

    private static XElement? Reconstructions(
        ReportContent content) => content.ReconstructionStrips.Count == 0 && content.Reconstructions is null
        ? null
        : Html.Section(
        "reconstructions",
        "Reconstructions",
        content.ReconstructionStrips.Count > 0
            ? Html.Figure(
                "Validation images in the top row, and below them their reconstructions in the course of training.",
                Html.Wide(Html.Strips(content.ReconstructionStrips)))
            : null,
        content.Reconstructions is { } pairs
            ? Html.Figure(
                "Test images, each above its reconstruction by the exported model.",
                Html.Image(pairs, "Rows of test images, each above the row of its reconstructions"))
            : null);

    private static XElement? Recommendations(ReportContent content) => content.Recommendations.Count == 0 ? null : Html.Section(
        "recommendations",
        "Recommendations",
        Html.Note(
            "Held-out users: the ratings shown to the model, the ratings hidden from it, and its recommendations, best first. " +
            "A tick marks a recommended item that is among the hidden ratings."),
        Html.Wide(new XElement(
            "table",
            Html.Class("tastes"),
            new XElement("tr", Html.ColumnHeading("shown"), Html.ColumnHeading("hidden"), Html.ColumnHeading("recommended")),
            content.Recommendations.Select(example => new XElement(
                "tr",
                new XElement("td", string.Join(", ", example.Shown)),
                new XElement("td", string.Join(", ", example.Hidden)),
                new XElement("td", string.Join(", ", example.Recommended.Select(title => Ticked(title, example)))))))));

    private static string Ticked(string title, RecommendationExample example) =>
        example.Hidden.Contains(title) ? $"{title} \u2713" : title;

    private static XElement? Texts(ReportContent content) => content.Texts is not { } texts ? null : Html.Section(
        "texts",
        "Texts",
        Html.Figure("Test texts on the left, and their reconstructions by the exported model.", Html.Pairs(texts.Reconstructions)),
        Html.Figure(
            "Decoded from codes sampled from the prior, without an input text.",
            Html.Pairs(texts.Samples.Select((text, position) => ($"{position + 1}", text)))));

    private static XElement? Samples(ReportContent content) => content.Samples is null ? null : Html.Section(
        "samples",
        "Samples",
        Html.Figure(
            "Decoded from codes sampled from the prior, without an input image.",
            Html.Image(content.Samples, "A grid of images sampled from the prior")));

    private static XElement? Interpolation(ReportContent content) => content.Interpolations.Count == 0 ? null : Html.Section(
        "interpolation",
        "Interpolation",
        Html.Figure(
            content.Manifest.Latent.Prior is null
                ? "From the code of one test image to that of another, along a straight line."
                : "From the code of one test image to that of another, along an arc that keeps the norm expected under a normal prior.",
            Html.Wide(Html.Strips(content.Interpolations))));

    private static XElement? LatentSpace(ReportContent content) => content.Map is not { } map ? null : Html.Section(
        "latent-space",
        "Latent space",
        Html.Figure(
            $"The first two principal components of the codes of {PointsOf(map.Groups)} test rows" +
            $"{(map.Groups.Count > 1 ? ", coloured by label" : "")}.",
            ScatterChart.Draw(
                "Principal components of the codes of test rows",
                Component("first", map.XShare),
                Component("second", map.YShare),
                map.Groups)),
        Html.Figure(
            $"t-SNE embedding of {PointsOf(map.Neighbours)} of these codes, which keeps neighbours together. " +
            "Separate groups are separate; their distances and sizes have no meaning.",
            ScatterChart.Draw("t-SNE embedding of the codes of test rows", "", "", map.Neighbours)));

    private static string PointsOf(IEnumerable<(string Name, IReadOnlyList<(float X, float Y)> Points)> groups)
        => NumberText.Count(groups.Sum(group => group.Points.Count));

    private static string Component(string position, double share)
        => string.Create(CultureInfo.InvariantCulture, $"{position} component, {100 * share:0} % of the variance");

    private static XElement? Activations(ReportContent content) => content.Activity is not { } activity ? null : Html.Section(
        "activations",
        "Activations",
        Html.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"Over these test rows, {activity.MeanActive:0.#} of the {content.Manifest.Latent.Size} latents are active on average; " +
            $"{activity.Silent} are never active.")),
        Html.Grid(
            Html.Figure(
                "Distribution of latent values, on a logarithmic scale.",
                HistogramChart.Draw("Histogram of latent values", "latent value", "count", activity.Values, isLog: true)),
            Html.Figure(
                "Mean magnitude of each latent, in descending order.",
                RankChart.Draw("Mean magnitudes, sorted", "rank", "mean magnitude", activity.MeanActivations))));

    private static XElement? HeatMaps(ReportContent content) => content.HeatMaps.Count == 0 ? null : Html.Section(
        "heat-maps",
        "Anomaly heat maps",
        Html.Figure(
            "Test images by label, each beside its heat map: the brighter a pixel, the larger the error of the exported model.",
            Html.Wide(Html.Strips(content.HeatMaps))));

    private static XElement? Scores(
        ReportContent content) => content.Manifest.Calibration is not { } calibration || content.Scores.Count == 0 ? null : Html.Section(
        "scores",
        "Anomaly scores",
        Html.Figure(
            $"Scores ({calibration.ScoreKind.Replace('_', ' ')}) of {NumberText.Count(calibration.SampleCount)} validation rows. " +
            "For example, 99 % of these rows score below the threshold 0.99; a row above it counts as an anomaly.",
            HistogramChart.Draw(
                "Histogram of anomaly scores with thresholds",
                "score",
                "rows",
                Histogram.Create(content.Scores),
                thresholds: [.. calibration.Thresholds.Select(threshold => (threshold.Key, threshold.Value))])),
        Html.Pairs(calibration.Thresholds.Select(threshold => ($"threshold {threshold.Key}", NumberText.Short(threshold.Value)))));

    internal static XElement Figures(BundleManifest manifest) => Html.Section("figures", "Test figures", Html.Pairs(FigurePairs(manifest)));

    private static IEnumerable<(string Name, string Value)> FigurePairs(BundleManifest manifest)
    {
        foreach (var name in MetricNames.Sorted(manifest.Metrics.Keys))
            yield return (MetricNames.Text(name), NumberText.Short(manifest.Metrics[name]));
        if (manifest.Parity is { } parity)
        {
            yield return (
                "parity",
                $"maximum difference {NumberText.Short(parity.MaxDifference)} between TorchSharp and ONNX Runtime, " +
                $"at batch sizes {string.Join(", ", parity.BatchSizes)}; tolerance {NumberText.Short(parity.Tolerance)}");
        }

        if (manifest.Data is { } data)
            yield return ("data", data.Digest is { } digest ? $"{data.Name}, sha256 {digest}" : data.Name);
    }

    internal static XElement? Configuration(ReportContent content) => content.Recipe is not { } recipe ? null : Html.Section(
        "configuration",
        "Configuration",
        Html.Note("As read by 'latent train'; --set KEY=VALUE changes a line."),
        Html.Pairs(Lines(recipe, "")));

    private static IEnumerable<(string Name, string Value)> Lines(JsonElement value, string key) => value.ValueKind == JsonValueKind.Object
        ? value.EnumerateObject().SelectMany(entry => Lines(entry.Value, key.Length > 0 ? $"{key}.{entry.Name}" : entry.Name))
        : [(key, value.ValueKind switch { JsonValueKind.String => value.GetString()!, JsonValueKind.Null => "none", _ => JsonSerializer
            .Serialize(value) })];

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
