using System.Globalization;
using System.Xml.Linq;
using Latent.Training.Reports;

namespace Latent.Training.Codecs;

/// <summary>The report page of a codec: rate-distortion curves of this and other codecs, and the training run.</summary>
internal static class CodecPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="content">The report content of the bundle.</param>
    /// <param name="curves">The curve of the codec, then those of other codecs.</param>
    /// <param name="strips">Image strips.</param>
    /// <returns>One self-contained HTML file.</returns>
    public static string Write(ReportContent content, IReadOnlyList<RateDistortionCurve> curves, IReadOnlyList<ImageStrip> strips)
    {
        XElement?[] sections =
        [
            Rates(curves), Images(strips), ReportPage.Loss(content), ReportPage.Figures(content.Manifest), ReportPage.Configuration(
                content), ReportPage.Environment(content.Run),
        ];
        var producer = content.Manifest.Producer;
        return HtmlPage.Write(
            content.Manifest.Name,
            ReportPage.DescriptionOf(content) ?? "A codec for grayscale images.",
            Html.KeyFigures(KeyFigures(content, curves)),
            [.. sections.OfType<XElement>()],
            $"Written by {producer.Name} {producer.Version}.");
    }

    private static IEnumerable<(string Name, string Value)> KeyFigures(ReportContent content, IReadOnlyList<RateDistortionCurve> curves)
    {
        foreach (var other in curves.Skip(1))
        {
            if (curves[0].RateAgainst(other, point => point.Psnr) is { } share)
                yield return ($"size against {other.Name} at equal PSNR", string.Create(
                    CultureInfo.InvariantCulture,
                    $"{100 * share:+0.0;-0.0} %"));
        }

        yield return ("rates", NumberText.Count(curves[0].Points.Count));
        yield return ("training time", NumberText.Duration(TimeSpan.FromSeconds(content.History.Sum(epoch => epoch.Seconds))));
        if (content.Run is { } run)
            yield return ("parameters", NumberText.Count(run.Parameters));
        yield return ("size on disk", NumberText.Bytes(content.ModelBytes));
    }

    private static XElement Rates(IReadOnlyList<RateDistortionCurve> curves) => Html.Section(
        "rates",
        "Size and quality",
        Html.Grid(
            Html.Figure(
                "Peak signal-to-noise ratio in decibels over file size, mean over the test images.",
                Chart("Signal-to-noise ratio over size", "PSNR, dB", curves, point => point.Psnr)),
            Html.Figure(
                "Multi-scale structural similarity, as -10 log10(1 - MS-SSIM).",
                Chart("Structural similarity over size", "MS-SSIM, dB", curves, point => Decibels(point.Similarity)))),
        Html.Pairs(curves[0].Points.Select((point, rate) => ($"rate {rate}", string.Create(
            CultureInfo.InvariantCulture,
            $"{point.Bits:0.000} bits per pixel, PSNR {point.Psnr:0.00} dB, MS-SSIM {point.Similarity:0.0000}")))));

    private static XElement? Images(IReadOnlyList<ImageStrip> strips) => strips.Count == 0 ? null : Html.Section(
        "images",
        "Images",
        Html.Figure(
            "A test image: original, codec, and JPEG of at most the same size (if there is none, the smallest JPEG).",
            Html.Wide(Html.Strips(strips))));

    // The curves of the other codecs end near the codec's largest files.
    private static IEnumerable<XElement> Chart(
        string description,
        string yName,
        IReadOnlyList<RateDistortionCurve> curves,
        Func<RateDistortionPoint, double> quality)
    {
        var maxBits = curves[0].Points.Max(point => point.Bits) * 1.3;
        return LineChart.Draw(description, "bits per pixel", leastStep: 0, yName, [.. curves.Select((curve, position) => new Series(
            curve.Name,
            position,
            [.. curve.Points.Where(point => point.Bits <= maxBits).Select(point => (point.Bits, quality(point)))],
            IsDashed: position > 0)).Where(series => series.Points.Count > 0)]);
    }

    private static double Decibels(double similarity) => -10 * Math.Log10(Math.Max(1e-6, 1 - similarity));
}
