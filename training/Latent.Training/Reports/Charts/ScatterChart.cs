using System.Text;
using System.Xml.Linq;

namespace Latent.Training.Reports;

/// <summary>A scatter plot, coloured by group.</summary>
internal static class ScatterChart
{
    private const double Height = 400;
    private const double Padding = 0.03;

    /// <summary>Draws the points, with a legend above them if there are several groups.</summary>
    /// <param name="description">The text alternative of the chart.</param>
    /// <param name="xName">The title of the horizontal axis.</param>
    /// <param name="yName">The title of the vertical axis.</param>
    /// <param name="groups">The points of each group, at most ten groups; the index of a group is its colour.</param>
    public static IEnumerable<XElement> Draw(
        string description,
        string xName,
        string yName,
        IReadOnlyList<(string Name, IReadOnlyList<(float X, float Y)> Points)> groups)
    {
        var points = groups.SelectMany(group => group.Points).ToList();
        var (x, y) = (Padded(points.Select(point => point.X)), Padded(points.Select(point => point.Y)));
        var frame = new ChartFrame(x, y, xName, yName) { Height = Height };
        if (groups.Count > 1)
            yield return Legend.Create(groups.Select((group, colour) => (group.Name, colour)));
        yield return frame.Draw(description, groups.Select((group, colour) => Draw(frame, group.Name, group.Points, colour)));
    }

    // Points at the edge would lie on the frame.
    private static Axis Padded(IEnumerable<float> values)
    {
        var (low, high) = (values.Min(), values.Max());
        return Axis.Exact(low - ((high - low) * Padding), high + ((high - low) * Padding));
    }

    // A zero-length line with round caps is a dot. One path per group takes a fifth of the bytes of one circle per point.
    private static XElement Draw(ChartFrame frame, string name, IReadOnlyList<(float X, float Y)> points, int colour)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points)
            path.Append('M').Append(ChartFrame.Text(frame.XAt(x))).Append(' ').Append(ChartFrame.Text(frame.YAt(y))).Append("h0");
        return new XElement(
            "g", Html.Class($"c{colour}"), new XElement("title", name), new XElement(
                "path",
                Html.Class("points"),
                new XAttribute("d", path.ToString())));
    }
}
