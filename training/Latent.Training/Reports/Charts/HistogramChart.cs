using System.Xml.Linq;

namespace Latent.Training.Reports;

/// <summary>A histogram as bars, with lines at thresholds.</summary>
internal static class HistogramChart
{
    private const double LabelHeight = 14;
    private const double Gap = 0.6;

    /// <summary>Draws a histogram.</summary>
    /// <param name="description">The text alternative of the chart.</param>
    /// <param name="xName">The title of the horizontal axis.</param>
    /// <param name="yName">The title of the vertical axis.</param>
    /// <param name="histogram">The counts.</param>
    /// <param name="isLog">Whether the axis of counts is logarithmic.</param>
    /// <param name="thresholds">The values to mark, each with a name.</param>
    public static XElement Draw(
        string description, string xName, string yName, Histogram histogram, bool isLog = false, IReadOnlyList<(
            string Name, double Value)>? thresholds = null)
    {
        thresholds ??= [];
        var maxCount = histogram.Counts.Max();
        var high = thresholds.Select(threshold => threshold.Value).Append(histogram.High).Max();
        var low = thresholds.Select(threshold => threshold.Value).Append(histogram.Low).Min();
        var frame = new ChartFrame(Axis.Exact(low, high), isLog ? Axis.LogCounts(maxCount) : Axis.Rounded(0, maxCount), xName, yName);
        return frame.Draw(
            description,
            histogram.Counts.Select((count, position) => count > 0 ? Bar(frame, histogram, position) : null),
            thresholds.Select((threshold, position) => Threshold(frame, threshold, position)));
    }

    private static XElement Bar(ChartFrame frame, Histogram histogram, int position)
    {
        var (start, end) = (histogram.Low + (position * histogram.Width), histogram.Low + ((position + 1) * histogram.Width));
        var (left, top) = (frame.XAt(start), frame.YAt(histogram.Counts[position]));
        return new XElement(
            "rect",
            Html.Class("bar"),
            ChartFrame.At("x", left),
            ChartFrame.At("y", top),
            ChartFrame.At("width", Math.Max(1, frame.XAt(end) - left - Gap)),
            ChartFrame.At("height", frame.YAt(frame.Y.Low) - top),
            new XElement("title", $"{NumberText.Short(start)} to {NumberText.Short(end)}: {NumberText.Count(histogram.Counts[position])}"));
    }

    // Names are stacked, so that close thresholds stay readable; a halo in the page's colour separates them from the bars.
    private static XElement Threshold(ChartFrame frame, (string Name, double Value) threshold, int position)
    {
        var (x, y) = (frame.XAt(threshold.Value), ChartFrame.Ceiling + (position * LabelHeight));
        var label = ChartFrame.Label(x - 5, y + 10, "end", threshold.Name);
        return new XElement(
            "g",
            new XElement("title", $"{threshold.Name}: {NumberText.Short(threshold.Value)}"),
            ChartFrame.Line("threshold", x, y, x, frame.YAt(frame.Y.Low)),
            new XElement(label.Name, Html.Class("halo"), label.Attributes(), label.Value),
            new XElement(label.Name, Html.Class("mark"), label.Attributes(), label.Value));
    }
}
