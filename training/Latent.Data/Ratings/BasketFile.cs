using System.Text;
using Latent.Files;

namespace Latent.Data;

/// <summary>
/// Reads baskets from an ARFF file in Weka's layout: an attribute is <c>t</c> if the basket contains the item, and <c>?</c>
/// otherwise. Attributes with other values, such as the total, are ignored.
/// </summary>
internal static class BasketFile
{
    private const string Contained = "t";

    public static RatingTable Read(string path)
    {
        var table = new RatingTable(path);
        var items = new List<string?>();
        using var reader = new StreamReader(PlainFile.Open(path), new UTF8Encoding(false, throwOnInvalidBytes: true));
        var (isData, basket) = (false, 0);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '%' || text.StartsWith("@relation", StringComparison.OrdinalIgnoreCase))
                continue;
            if (text.StartsWith("@data", StringComparison.OrdinalIgnoreCase))
                isData = true;
            else if (isData)
                AddBasket(table, items, text, ++basket, $"{path}, line {number}");
            else
                items.Add(ItemOf(text, $"{path}, line {number}"));
        }

        return table;
    }

    // Returns the name of the item; null if the attribute is not an item.
    private static string? ItemOf(string line, string where)
    {
        var quote = line.IndexOf('\'', StringComparison.Ordinal);
        var end = line.IndexOf('\'', quote + 1);
        var open = line.IndexOf('{', end + 1);
        var close = line.IndexOf('}', open + 1);
        if (!line.StartsWith("@attribute", StringComparison.OrdinalIgnoreCase) || quote < 0 || end < 0 || open < 0 || close < 0)
            throw new DataException("The line is not an attribute declaration.", where, "@attribute 'name' { values }", $"\"{line}\"");
        return line[(open + 1)..close].Trim() == Contained ? line[(quote + 1)..end] : null;
    }

    private static void AddBasket(RatingTable table, List<string?> items, string line, int basket, string where)
    {
        var fields = line.Split(',');
        if (fields.Length != items.Count)
        {
            throw new DataException(
                "The number of values in the basket differs from the number of attributes.", where, $"{items.Count}", $"{fields.Length}");
        }

        for (var i = 0; i < fields.Length; i++)
        {
            if (items[i] is { } item && fields[i] == Contained)
                table.Add($"{basket}", item, "1", () => where);
        }
    }
}
