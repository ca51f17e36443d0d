using System.Net;
using System.Text.RegularExpressions;

namespace Latent.Data;

/// <summary>The OSIS markup of a SWORD module.</summary>
internal static partial class SwordMarkup
{
    /// <summary>Returns the chapter that begins at an entry, such as <c>Gen.1</c>; null if none begins there.</summary>
    public static string? ChapterOf(string entry) => Chapter().Match(entry) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Returns whether an entry is a book heading.</summary>
    public static bool IsBook(string entry) => Book().IsMatch(entry);

    /// <summary>Returns the text of an entry, without notes, titles, paragraph signs and anything after the end of a chapter.</summary>
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

    // Inline tags, which are removed without leaving a space.
    [GeneratedRegex("""</?(?:w|transChange|divineName|q|seg|foreign|name)\b[^>]*>""", RegexOptions.CultureInvariant)]
    private static partial Regex Inline();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
