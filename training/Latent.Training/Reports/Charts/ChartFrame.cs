using System.Globalization;
using System.Xml.Linq;

namespace Latent.Training.Reports;

/// <summary>The common frame of charts: axes with tick marks, numbers and titles around the plot area. Inline SVG.</summary>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="XName">The title of the horizontal axis.</param>
/// <param name="YName">The title of the vertical axis.</param>
internal sealed record ChartFrame(Axis X, Axis Y, string XName, string YName)
{
    // At this width, numbers stay readable on a phone, where the chart is as wide as the screen.
    private const double Width = 420;
    private const double LowHeight = 270;
    private const double Left = 58;
    private const double Right = Width - 12;
    private const double Top = 24;
    private const double BelowBottom = 42;

    /// <summary>The total height in pixels; the width is 420. Default: 270.</summary>
    public double Height { get; init; } = LowHeight;

    /// <summary>The top of the plot area, in pixels.</summary>
    public static double Ceiling => Top;

    private double Bottom => Height - BelowBottom;

    /// <summary>Returns the horizontal position of a value, in pixels from the left.</summary>
    public double XAt(double value) => Left + (X.ShareAt(value) * (Right - Left));

    /// <summary>Returns the vertical position of a value, in pixels from the top.</summary>
    public double YAt(double value) => Bottom - (Y.ShareAt(value) * (Bottom - Top));

    /// <summary>Draws the chart.</summary>
    /// <param name="description">The text alternative (aria-label).</param>
    /// <param name="marks">The elements drawn over the frame.</param>
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

    /// <summary>Draws a straight line.</summary>
    public static XElement Line(string style, double x1, double y1, double x2, double y2) => new(
        "line", Html.Class(style), At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2));

    /// <summary>Draws a line of text.</summary>
    /// <param name="x">The position from the left, in pixels.</param>
    /// <param name="y">The baseline, in pixels from the top.</param>
    /// <param name="anchor">The part of the text at <paramref name="x"/>: start, middle or end.</param>
    /// <param name="text">The text.</param>
    public static XElement Label(double x, double y, string anchor, string text) => new(
        "text", At("x", x), At("y", y), new XAttribute("text-anchor", anchor), text);

    /// <summary>Formats a position or length attribute, to a tenth of a pixel.</summary>
    public static XAttribute At(string name, double pixels) => new(name, Text(pixels));

    /// <summary>Formats a number for SVG, to a tenth.</summary>
    public static string Text(double pixels) => pixels.ToString("0.#", CultureInfo.InvariantCulture);

    private IEnumerable<XElement> YTick(double value) =>
        [Line("rule", Left, YAt(value), Right, YAt(value)), Label(Left - 8, YAt(value) + 4, "end", TickText(value))];

    private IEnumerable<XElement> XTick(double value) =>
        [Line("axis", XAt(value), Bottom, XAt(value), Bottom + 4), Label(XAt(value), Bottom + 17, "middle", TickText(value))];

    private static string TickText(double value) => Math.Abs(value) >= 1000 ? NumberText.Count(value) : NumberText.Short(value);
}
