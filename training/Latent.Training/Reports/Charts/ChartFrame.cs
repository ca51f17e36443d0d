using System.Globalization;
using System.Xml.Linq;

namespace Latent.Training.Reports;

/// <summary>The part that charts share: axes with marks, numbers and names, around an area to draw in. Inline SVG.</summary>
/// <param name="X">The values from left to right.</param>
/// <param name="Y">The values from bottom to top.</param>
/// <param name="XName">What the values from left to right are.</param>
/// <param name="YName">What the values from bottom to top are.</param>
internal sealed record ChartFrame(Axis X, Axis Y, string XName, string YName)
{
    // Numbers of this size are still read on a phone, where the chart is as wide as the screen.
    private const double Width = 420;
    private const double LowHeight = 270;
    private const double Left = 58;
    private const double Right = Width - 12;
    private const double Top = 24;
    private const double BelowBottom = 42;

    /// <summary>The height of the whole, in pixels; the width is 420. Default: 270.</summary>
    public double Height { get; init; } = LowHeight;

    /// <summary>Where the area to draw in ends on top, in pixels.</summary>
    public static double Ceiling => Top;

    private double Bottom => Height - BelowBottom;

    /// <summary>Where a value lies from the left, in pixels.</summary>
    public double XAt(double value) => Left + (X.ShareAt(value) * (Right - Left));

    /// <summary>Where a value lies from the top, in pixels.</summary>
    public double YAt(double value) => Bottom - (Y.ShareAt(value) * (Bottom - Top));

    /// <summary>The chart.</summary>
    /// <param name="description">What there is to see, for those who do not see it.</param>
    /// <param name="marks">What is drawn over the lines of the frame.</param>
    public XElement Draw(string description, params object?[] marks) => new(
        "svg",
        new XAttribute("viewBox", $"0 0 {Text(Width)} {Text(Height)}"),
        new XAttribute("role", "img"),
        new XAttribute("aria-label", description),
        Y.Ticks.Select(YTick),
        X.Ticks.Select(XTick),
        Line("axis", Left, Bottom, Right, Bottom),
        Label((Left + Right) / 2, Height - 6, "middle", XName),
        Label(0, 11, "start", YName),
        marks);

    /// <summary>A straight line.</summary>
    public static XElement Line(string style, double x1, double y1, double x2, double y2) => new(
        "line", Html.Class(style), At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2));

    /// <summary>A line of text.</summary>
    /// <param name="x">From the left, in pixels.</param>
    /// <param name="y">Its base line, from the top, in pixels.</param>
    /// <param name="anchor">Which part of it is at <paramref name="x"/>: start, middle or end.</param>
    /// <param name="text">The text.</param>
    public static XElement Label(double x, double y, string anchor, string text) => new(
        "text", At("x", x), At("y", y), new XAttribute("text-anchor", anchor), text);

    /// <summary>A place or a length, to a tenth of a pixel.</summary>
    public static XAttribute At(string name, double pixels) => new(name, Text(pixels));

    /// <summary>A number as SVG takes it, to a tenth.</summary>
    public static string Text(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);

    private IEnumerable<XElement> YTick(double value) =>
        [Line("rule", Left, YAt(value), Right, YAt(value)), Label(Left - 8, YAt(value) + 4, "end", TickText(value))];

    private IEnumerable<XElement> XTick(double value) =>
        [Line("axis", XAt(value), Bottom, XAt(value), Bottom + 4), Label(XAt(value), Bottom + 17, "middle", TickText(value))];

    private static string TickText(double value) => Math.Abs(value) >= 1000 ? NumberText.Count(value) : NumberText.Short(value);
}
