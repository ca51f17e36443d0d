using System.Xml.Linq;

namespace Latent.Training.Reports;

/// <summary>A bar chart in descending order.</summary>
internal static class RankChart
{
    // With this many bars, a bar is still wider than a pixel.
    private const int MaxBars = 256;

    /// <summary>Draws the values by rank; of very many values, evenly spaced ranks.</summary>
    /// <param name="description">The text alternative of the chart.</param>
    /// <param name="xName">The title of the horizontal axis.</param>
    /// <param name="yName">The title of the vertical axis.</param>
    /// <param name="values">The values, at least one, none below 0.</param>
    public static XElement Draw(string description, string xName, string yName, IEnumerable<double> values)
    {
        var ranked = values.OrderDescending().ToList();
        var frame = new ChartFrame(Axis.Exact(0, ranked.Count, leastStep: 1), Axis.Rounded(0, ranked[0]), xName, yName);
        var stride = (ranked.Count + MaxBars - 1) / MaxBars;
        return frame.Draw(
            description,
            Enumerable.Range(0, (ranked.Count + stride - 1) / stride).Select(bar => Bar(frame, bar * stride, stride, ranked)));
    }

    private static XElement Bar(ChartFrame frame, int rank, int stride, List<double> ranked)
    {
        var (left, right, top) = (frame.XAt(rank), frame.XAt(Math.Min(ranked.Count, rank + stride)), frame.YAt(ranked[rank]));
        return new XElement(
            "rect",
            Html.Class("bar"),
            ChartFrame.At("x", left),
            ChartFrame.At("y", top),
            ChartFrame.At("width", Math.Max(0.5, (right - left) * 0.85)),
            ChartFrame.At("height", frame.YAt(0) - top),
            new XElement("title", $"rank {rank + 1}: {NumberText.Short(ranked[rank])}"));
    }
}
