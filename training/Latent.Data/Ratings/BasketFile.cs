using System.Text;

namespace Latent.Data;

/// <summary>
/// Reads baskets of an ARFF file as Weka ships them: attributes that are <c>t</c> where a basket holds the item and
/// <c>?</c> where it does not. Attributes of other values, such as the total, are left out.
/// </summary>
internal static class BasketFile
{
    private const string Held = "t";

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

    // The name of the item; null where the attribute is none.
    private static string? ItemOf(string line, string where)
    {
        var quote = line.IndexOf('\'', StringComparison.Ordinal);
        var end = line.IndexOf('\'', quote + 1);
        var open = line.IndexOf('{', end + 1);
        var close = line.IndexOf('}', open + 1);
        if (!line.StartsWith("@attribute", StringComparison.OrdinalIgnoreCase) || quote < 0 || end < 0 || open < 0 || close < 0)
            throw new DataException("A line is no attribute.", where, "@attribute 'name' { values }", $"\"{line}\"");
        return line[(open + 1)..close].Trim() == Held ? line[(quote + 1)..end] : null;
    }

    private static void AddBasket(RatingTable table, List<string?> items, string line, int basket, string where)
    {
        var fields = line.Split(',');
        if (fields.Length != items.Count)
            throw new DataException("A basket has another number of values than there are attributes.", where, $"{items.Count}", $"{fields.Length}");
        for (var i = 0; i < fields.Length; i++)
        {
            if (items[i] is { } item && fields[i] == Held)
                table.Add($"{basket}", item, "1", () => where);
        }
    }
}
