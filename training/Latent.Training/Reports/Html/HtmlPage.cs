using System.Text;
using System.Xml.Linq;
using Latent.Bundles;

namespace Latent.Training.Reports;

/// <summary>One self-contained HTML file: the style sheet inside, no script, nothing fetched.</summary>
internal static class HtmlPage
{
    private const string StyleSheet = "report.css";

    /// <summary>Puts a page together; its table of contents lists the sections.</summary>
    /// <param name="title">What the page is called.</param>
    /// <param name="lead">A sentence below the title; null for none.</param>
    /// <param name="overview">What stands above the table of contents.</param>
    /// <param name="sections">What <see cref="Html.Section"/> made.</param>
    /// <param name="footer">A line at the end.</param>
    public static string Write(string title, string? lead, XElement? overview, IReadOnlyList<XElement> sections, string footer)
    {
        var page = new XElement(
            "html",
            new XAttribute("lang", "en"),
            Head(title),
            new XElement(
                "body",
                new XElement("header", new XElement("h1", title), lead is null ? null : new XElement("p", Html.Class("lead"), lead)),
                overview,
                Contents(sections),
                new XElement("main", sections),
                new XElement("footer", footer)));
        return $"<!DOCTYPE html>\n{page.ToString(SaveOptions.DisableFormatting)}\n";
    }

    /// <summary>Writes a page beside its place first, so that a half-written one is never seen.</summary>
    /// <param name="path">The file; one of that name is replaced.</param>
    /// <param name="page">The page.</param>
    /// <exception cref="IOException">The path cannot be written.</exception>
    public static void Save(string path, string page)
    {
        AtomicFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(page)));
    }

    private static XElement Head(string title) => new(
        "head",
        new XElement("meta", new XAttribute("charset", "utf-8")),
        new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
        new XElement("meta", new XAttribute("name", "color-scheme"), new XAttribute("content", "light dark")),
        new XElement("link", new XAttribute("rel", "icon"), new XAttribute("href", "data:,")),
        new XElement("title", title),
        new XElement("style", Style()));

    private static XElement Contents(IEnumerable<XElement> sections) => new(
        "nav",
        new XAttribute("aria-label", "Contents"),
        new XElement("ul", sections.Select(section => new XElement(
            "li", new XElement("a", new XAttribute("href", $"#{section.Attribute("id")!.Value}"), section.Element("h2")!.Value)))));

    private static string Style()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream(StyleSheet)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
