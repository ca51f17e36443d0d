using System.Text;
using System.Xml.Linq;
using Latent.Bundles;

namespace Latent.Training.Reports;

/// <summary>A self-contained HTML file: embedded style sheet, no script, no external resources.</summary>
public static class HtmlPage
{
    private const string StyleSheet = "report.css";

    /// <summary>Creates a page with a table of contents of its sections.</summary>
    /// <param name="title">The title of the page.</param>
    /// <param name="lead">The sentence below the title, or null.</param>
    /// <param name="overview">The content above the table of contents, or null.</param>
    /// <param name="sections">The sections, from <see cref="Html.Section"/>.</param>
    /// <param name="footer">The line at the end of the page.</param>
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

    /// <summary>Writes a page to a temporary file, then renames it, so that no partial page is visible.</summary>
    /// <param name="path">The path of the file; an existing file is replaced.</param>
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
