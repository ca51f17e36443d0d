using System.Xml.Linq;
using Latent.Tests;
using Latent.Training.Reports;

namespace Latent.Training.Tests.Reports;

public sealed class HtmlPageTests
{
    private const string Hostile = """<script>alert("1")</script> & 'more'""";

    private static readonly string Page = HtmlPage.Write(
        Hostile, Hostile, overview: null, [Html.Section("one", Hostile, Html.Figure(Hostile), Html.Pairs([(Hostile, Hostile)]))], Hostile);

    [Fact]
    public void Write_TextThatLooksLikeMarkup_StaysText()
    {
        Assert.DoesNotContain("<script", Page);
        Assert.All(Parsed().Descendants("h2"), heading => Assert.Equal(Hostile, heading.Value));
    }

    [Fact]
    public void Write_Style_IsTheSameAsHtmlAndAsXml() =>
        Assert.DoesNotContain(Parsed().Descendants("style").Single().Value, character => character is '<' or '>' or '&');

    [Fact]
    public void Write_Sections_AreListedAbove()
    {
        var link = Parsed().Descendants("nav").Descendants("a").Single();

        Assert.Equal("#one", link.Attribute("href")!.Value);
        Assert.Equal(Hostile, link.Value);
    }

    // Browsers parse <div/> as an opening tag.
    [Fact]
    public void Write_ElementsWithoutContent_AreThoseThatHtmlClosesItself()
    {
        string[] closed = ["meta", "link", "img", "line", "rect", "path", "circle"];

        Assert.All(
            Parsed().DescendantNodes().OfType<XElement>().Where(element => element.IsEmpty),
            element => Assert.Contains(element.Name.LocalName, closed));
    }

    [Fact]
    public void Save_WhereItCannotWrite_LeavesNothingBehind()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["page.html"]);

        Assert.ThrowsAny<Exception>(() => HtmlPage.Save(folder["page.html"], Page));
        Assert.Equal([folder["page.html"]], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static XElement Parsed() => XElement.Parse(Page["<!DOCTYPE html>\n".Length..]);
}
