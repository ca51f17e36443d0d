using System.Xml.Linq;

namespace Latent.Training.Reports;

/// <summary>Lines over epochs, or over something else.</summary>
internal static class LineChart
{
    // More points than this are a line without them.
    private const int MaxDots = 60;
    private const int MaxLargeDots = 15;
    private const string Epoch = "epoch";

    /// <summary>Draws the lines, with a legend above them where there are several.</summary>
    /// <param name="description">What there is to see, in words.</param>
    /// <param name="yName">What the values are.</param>
    /// <param name="series">The lines, at least one with at least one point.</param>
    public static IEnumerable<XElement> Draw(string description, string yName, IReadOnlyList<Series> series) => Draw(description, Epoch, leastStep: 1, yName, series);

    /// <summary>Draws lines over anything.</summary>
    /// <param name="description">What there is to see, in words.</param>
    /// <param name="xName">What the values from left to right are.</param>
    /// <param name="leastStep">The least distance between the marks from left to right; 0 for any.</param>
    /// <param name="yName">What the values are.</param>
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
