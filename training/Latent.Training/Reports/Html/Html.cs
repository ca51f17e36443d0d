using System.Buffers.Binary;
using System.Xml.Linq;

namespace Latent.Training.Reports;

/// <summary>The few kinds of element that a report is made of. Text is escaped by construction: nothing is pasted into markup.</summary>
internal static class Html
{
    private const int PngWidthOffset = 16;
    private const int PngHeightOffset = 20;

    /// <summary>A heading and what stands below it; <paramref name="id"/> is where the table of contents leads.</summary>
    public static XElement Section(string id, string heading, params object?[] content) =>
        new("section", new XAttribute("id", id), new XElement("h2", heading), content);

    /// <summary>Something to look at, with a sentence that says what it is.</summary>
    public static XElement Figure(string caption, params object?[] content) =>
        new("figure", content, new XElement("figcaption", caption));

    /// <summary>Figures side by side where there is room.</summary>
    public static XElement Grid(params object?[] figures) => new("div", Class("grid"), figures);

    /// <summary>A PNG file, inside the page.</summary>
    /// <param name="png">The bytes of the file.</param>
    /// <param name="alt">What there is to see, for those who do not see it.</param>
    public static XElement Image(byte[] png, string alt) => new(
        "img",
        new XAttribute("src", $"data:image/png;base64,{Convert.ToBase64String(png)}"),
        new XAttribute("alt", alt),
        new XAttribute("width", BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(PngWidthOffset))),
        new XAttribute("height", BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(PngHeightOffset))));

    /// <summary>Pictures below each other, each behind its name.</summary>
    public static XElement Strips(IEnumerable<ImageStrip> strips) => new(
        "table",
        Class("strips"),
        strips.Select(strip => new XElement("tr", RowHeading(strip.Name), new XElement("td", Image(strip.Png, strip.Alt)))));

    /// <summary>Names on the left and what they stand for on the right.</summary>
    public static XElement Pairs(IEnumerable<(string Name, string Value)> pairs) => Wide(new XElement(
        "table", Class("pairs"), pairs.Select(pair => new XElement("tr", RowHeading(pair.Name), new XElement("td", pair.Value)))));

    /// <summary>The figures that matter most, large.</summary>
    public static XElement KeyFigures(IEnumerable<(string Name, string Value)> figures) => new(
        "dl", Class("key"), figures.Select(figure => new XElement("div", new XElement("dt", figure.Name), new XElement("dd", figure.Value))));

    /// <summary>A sentence in small print.</summary>
    public static XElement Note(string text) => new("p", Class("note"), text);

    /// <summary>What may be wider than a phone, and is then moved sideways.</summary>
    public static XElement Wide(XElement content) => new("div", Class("wide"), content);

    public static XElement RowHeading(string text) => new("th", new XAttribute("scope", "row"), text);

    public static XElement ColumnHeading(string text) => new("th", new XAttribute("scope", "col"), text);

    public static XAttribute Class(string name) => new("class", name);
}
