using System.Xml.Linq;

namespace Latent.Training.Reports;

/// <summary>A line chart over epochs or another quantity.</summary>
internal static class LineChart
{
    // Lines with more points than this have no dots.
    private const int MaxDots = 60;
    private const int MaxLargeDots = 15;
    private const string Epoch = "epoch";

    /// <summary>Draws lines over epochs, with a legend above them if there are several.</summary>
    /// <param name="description">The text alternative of the chart.</param>
    /// <param name="yName">The title of the vertical axis.</param>
    /// <param name="series">The lines, at least one with at least one point.</param>
    public static IEnumerable<XElement> Draw(string description, string yName, IReadOnlyList<Series> series)
        => Draw(description, Epoch, leastStep: 1, yName, series);

    /// <summary>Draws lines over any quantity.</summary>
    /// <param name="description">The text alternative of the chart.</param>
    /// <param name="xName">The title of the horizontal axis.</param>
    /// <param name="leastStep">The minimum distance between horizontal tick marks; 0 for any.</param>
    /// <param name="yName">The title of the vertical axis.</param>
    /// <param name="series">The lines, at least one with at least one point.</param>
    public static IEnumerable<XElement> Draw(string description, string xName, double leastStep, string yName, IReadOnlyList<Series> series)
    {
        var points = series.SelectMany(each => each.Points).ToList();
        var frame = new ChartFrame(
            Axis.Exact(points.Min(point => point.X), points.Max(point => point.X), leastStep),
            Axis.Rounded(points.Min(point => point.Value), points.Max(point => point.Value)),
            xName,
            yName);
        if (series.Count > 1)
            yield return Legend.Create(series.Select(each => (each.Name, each.Colour)));
        yield return frame.Draw(description, series.Select(each => Draw(frame, each)));
    }

    private static XElement Draw(ChartFrame frame, Series series) => new(
        "g",
        Html.Class($"c{series.Colour}"),
        new XElement("title", series.Name),
        new XElement("path", Html.Class(series.IsDashed ? "line dashed" : "line"), new XAttribute("d", PathOf(frame, series))),
        series.Points.Count <= MaxDots ? series.Points.Select(point => Dot(frame, series, point)) : null);

    private static string PathOf(ChartFrame frame, Series series) => "M" + string.Join(
        'L', series.Points.Select(point => $"{ChartFrame.Text(frame.XAt(point.X))} {ChartFrame.Text(frame.YAt(point.Value))}"));

    private static XElement Dot(ChartFrame frame, Series series, (double X, double Value) point) => new(
        "circle",
        Html.Class("dot"),
        ChartFrame.At("cx", frame.XAt(point.X)),
        ChartFrame.At("cy", frame.YAt(point.Value)),
        ChartFrame.At("r", series.Points.Count <= MaxLargeDots ? 3 : 2),
        new XElement("title", $"{series.Name}, {frame.XName} {NumberText.Short(point.X)}: {NumberText.Short(point.Value)}"));
}
