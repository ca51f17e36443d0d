using System.Globalization;
using Latent.Files;

namespace Latent.Data;

/// <summary>
/// Reads ratings from a table: user, item and value. Further columns are ignored, except <c>title</c>, the display
/// name of the item. The first line is a header if its value is not a number.
/// </summary>
internal static class RatingFile
{
    private const int MinFields = 3;
    private const string TitleColumn = "title";
    private const string OneRatingPerLine = "one rating per line: user, item, value";

    public static RatingTable Read(string path)
    {
        using var reader = TableReader.Open(path);
        var table = new RatingTable(path);
        var title = ReadFirst(reader, table);
        while (reader.Read())
            AddRecord(reader, table, title);
        if (table.Ratings.Count == 0)
            throw new DataException("The file contains no ratings.", path, OneRatingPerLine, "only a header, or only ratings of 0");
        table.RejectDuplicates();
        return table;
    }

    // Returns the index of the title column, or -1.
    private static int ReadFirst(TableReader reader, RatingTable table)
    {
        if (!reader.Read())
            throw new DataException("The file is empty.", reader.Name, OneRatingPerLine, "no text");
        CheckFields(reader);
        if (reader.HasHeader is true || !float.TryParse(reader.Field(2), NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            return Array.FindIndex(reader.Fields(), field => field.Trim().Equals(TitleColumn, StringComparison.OrdinalIgnoreCase));

        AddRecord(reader, table, title: -1);
        return -1;
    }

    private static void AddRecord(TableReader reader, RatingTable table, int title)
    {
        CheckFields(reader);
        table.Add(reader.Field(0), reader.Field(1), reader.Field(2), () => reader.Where);
        if (title >= 0 && title < reader.FieldCount)
            table.SetTitle(reader.Field(1), reader.Field(title));
    }

    private static void CheckFields(TableReader reader)
    {
        if (reader.FieldCount < MinFields)
        {
            throw new DataException(
                "The line is not a rating.",
                reader.Where,
                "user, item and value, separated by commas",
                $"{reader.FieldCount} {(reader.FieldCount == 1 ? "field" : "fields")}");
        }
    }
}
