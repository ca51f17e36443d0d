using System.Net;
using System.Text.RegularExpressions;

namespace Latent.Data;

/// <summary>The OSIS markup of a SWORD module.</summary>
internal static partial class SwordMarkup
{
    /// <summary>The chapter that an entry begins, such as <c>Gen.1</c>; null where it begins none.</summary>
    public static string? ChapterOf(string entry) => Chapter().Match(entry) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Whether an entry is the heading of a book.</summary>
    public static bool IsBook(string entry) => Book().IsMatch(entry);

    /// <summary>The words of an entry: without notes and titles, without the paragraph sign, and without what follows the end of a chapter.</summary>
    public static string TextOf(string entry)
    {
        var verse = ChapterEnd().Match(entry) is { Success: true } end ? entry[..end.Index] : entry;
        var words = Inline().Replace(Aside().Replace(verse, " "), "");
        var text = WebUtility.HtmlDecode(Tag().Replace(words, " ")).Replace('¶', ' ');
        return Space().Replace(text, " ").Trim();
    }

    [GeneratedRegex("""<chapter\b[^>]*\bosisID="([^"]+)"[^>]*\bsID=""", RegexOptions.CultureInvariant)]
    private static partial Regex Chapter();

    [GeneratedRegex("""<chapter\b[^>]*\beID=""", RegexOptions.CultureInvariant)]
    private static partial Regex ChapterEnd();

    [GeneratedRegex("""<div\b[^>]*\bsID="[^"]*"[^>]*\btype="book"|<div\b[^>]*\btype="book"[^>]*\bsID=""", RegexOptions.CultureInvariant)]
    private static partial Regex Book();

    [GeneratedRegex("""<(note|title)\b(?:[^>]*/>|.*?</\1>)""", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Aside();

    // Tags inside a line of text, with no space of their own.
    [GeneratedRegex("""</?(?:w|transChange|divineName|q|seg|foreign|name)\b[^>]*>""", RegexOptions.CultureInvariant)]
    private static partial Regex Inline();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
