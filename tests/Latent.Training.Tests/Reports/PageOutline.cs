using System.Xml.Linq;

namespace Latent.Training.Tests.Reports;

/// <summary>What a page says besides its numbers: headings, captions, and what pictures and charts show.</summary>
internal static class PageOutline
{
    private const string DocumentType = "<!DOCTYPE html>\n";

    /// <summary>The page as a tree.</summary>
    public static XElement Parse(string page)
    {
        Assert.StartsWith(DocumentType, page);
        return XElement.Parse(page[DocumentType.Length..]);
    }

    /// <summary>The outline as text, an element a line.</summary>
    public static string Format(string page) => string.Concat(Parse(page).Descendants().Select(Line));

    // Every new setting of a recipe has a row there.
    private static bool IsConfiguration(XElement row) => row.Ancestors("section").First().Attribute("id")!.Value == "configuration";

    private static string Line(XElement element) => element.Name.LocalName switch
    {
        "h1" => $"# {element.Value}\n",
        "h2" => $"\n## {element.Value}\n",
        "figcaption" => $"  caption: {element.Value}\n",
        "img" => $"  picture: {element.Attribute("alt")!.Value} ({element.Attribute("width")!.Value} x {element.Attribute("height")!.Value})\n",
        "svg" => $"  chart: {element.Attribute("aria-label")!.Value}\n",
        "dt" => $"  figure: {element.Value}\n",
        "th" when element.Attribute("scope")?.Value == "row" && !IsConfiguration(element) => $"  row: {element.Value}\n",
        _ => "",
    };
}
