using System.Buffers.Binary;
using System.Xml.Linq;

namespace Latent.Training.Reports;

/// <summary>The HTML elements of a report. Text is escaped by construction; no string is inserted as markup.</summary>
internal static class Html
{
    private const int PngWidthOffset = 16;
    private const int PngHeightOffset = 20;

    /// <summary>Creates a section with a heading; the table of contents links to <paramref name="id"/>.</summary>
    public static XElement Section(string id, string heading, params object?[] content) =>
        new("section", new XAttribute("id", id), new XElement("h2", heading), content);

    /// <summary>Creates a figure with a caption.</summary>
    public static XElement Figure(string caption, params object?[] content) =>
        new("figure", content, new XElement("figcaption", caption));

    /// <summary>Arranges figures side by side if the page is wide enough.</summary>
    public static XElement Grid(params object?[] figures) => new("div", Class("grid"), figures);

    /// <summary>Embeds a PNG file in the page.</summary>
    /// <param name="png">The bytes of the file.</param>
    /// <param name="alt">The text alternative.</param>
    public static XElement Image(byte[] png, string alt) => new(
        "img",
        new XAttribute("src", $"data:image/png;base64,{Convert.ToBase64String(png)}"),
        new XAttribute("alt", alt),
        new XAttribute("width", BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(PngWidthOffset))),
        new XAttribute("height", BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(PngHeightOffset))));

    /// <summary>Creates a table of image strips, each after its name.</summary>
    public static XElement Strips(IEnumerable<ImageStrip> strips) => new(
        "table",
        Class("strips"),
        strips.Select(strip => new XElement("tr", RowHeading(strip.Name), new XElement("td", Image(strip.Png, strip.Alt)))));

    /// <summary>Creates a table of names and values.</summary>
    public static XElement Pairs(IEnumerable<(string Name, string Value)> pairs) => Wide(new XElement(
        "table", Class("pairs"), pairs.Select(pair => new XElement("tr", RowHeading(pair.Name), new XElement("td", pair.Value)))));

    /// <summary>Creates a list of key figures in large type.</summary>
    public static XElement KeyFigures(IEnumerable<(string Name, string Value)> figures) => new(
        "dl", Class("key"), figures.Select(
            figure => new XElement("div", new XElement("dt", figure.Name), new XElement("dd", figure.Value))));

    /// <summary>Creates a note in small type.</summary>
    public static XElement Note(string text) => new("p", Class("note"), text);

    /// <summary>Wraps content that may be wider than the screen in a horizontally scrollable element.</summary>
    public static XElement Wide(XElement content) => new("div", Class("wide"), content);

    public static XElement RowHeading(string text) => new("th", new XAttribute("scope", "row"), text);

    public static XElement ColumnHeading(string text) => new("th", new XAttribute("scope", "col"), text);

    public static XAttribute Class(string name) => new("class", name);
}
