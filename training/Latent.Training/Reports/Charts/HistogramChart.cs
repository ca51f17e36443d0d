using System.Xml.Linq;

namespace Latent.Training.Reports;

/// <summary>Bars as high as the numbers of values, and lines at values of note.</summary>
internal static class HistogramChart
{
    private const double LabelHeight = 14;
    private const double Gap = 0.6;

    /// <summary>Draws a histogram.</summary>
    /// <param name="description">What there is to see, in words.</param>
    /// <param name="xName">What the values are.</param>
    /// <param name="yName">What was counted.</param>
    /// <param name="histogram">The counts.</param>
    /// <param name="isLog">Whether counts are drawn by their magnitude.</param>
    /// <param name="thresholds">Values to mark, each with a name.</param>
    public static XElement Draw(
        string description, string xName, string yName, Histogram histogram, bool isLog = false, IReadOnlyList<(string Name, double Value)>? thresholds = null)
    {
        thresholds ??= [];
        var most = histogram.Counts.Max();
        var high = thresholds.Select(threshold => threshold.Value).Append(histogram.High).Max();
        var low = thresholds.Select(threshold => threshold.Value).Append(histogram.Low).Min();
        var frame = new ChartFrame(Axis.Exact(low, high), isLog ? Axis.LogCounts(most) : Axis.Rounded(0, most), xName, yName);
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

    // Names stand below each other, so that near thresholds stay readable; a line of the page's colour keeps bars out of them.
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
