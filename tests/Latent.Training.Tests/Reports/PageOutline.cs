using System.Xml.Linq;

namespace Latent.Training.Tests.Reports;

/// <summary>The outline of a page without its numbers: headings, captions, and the text alternatives of images and charts.</summary>
internal static class PageOutline
{
    private const string DocumentType = "<!DOCTYPE html>\n";

    /// <summary>Parses a page to an element tree.</summary>
    public static XElement Parse(string page)
    {
        Assert.StartsWith(DocumentType, page);
        return XElement.Parse(page[DocumentType.Length..]);
    }

    /// <summary>Formats the outline as text, one element per line.</summary>
    public static string Format(string page) => string.Concat(Parse(page).Descendants().Select(Line));

    // The configuration is left out, as every new recipe setting adds a row to it.
    private static bool IsConfiguration(XElement row) => row.Ancestors("section").First().Attribute("id")!.Value == "configuration";

    private static string Line(XElement element) => element.Name.LocalName switch
    {
        "h1" => $"# {element.Value}\n",
        "h2" => $"\n## {element.Value}\n",
        "figcaption" => $"  caption: {element.Value}\n",
        "img" =>
            $"  image: {element.Attribute("alt")!.Value} ({element.Attribute("width")!.Value} x {element.Attribute("height")!.Value})\n",
        "svg" => $"  chart: {element.Attribute("aria-label")!.Value}\n",
        "dt" => $"  figure: {element.Value}\n",
        "th" when element.Attribute("scope")?.Value == "row" && !IsConfiguration(element) => $"  row: {element.Value}\n",
        _ => "",
    };
}
