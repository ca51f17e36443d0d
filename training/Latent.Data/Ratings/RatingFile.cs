using System.Globalization;

namespace Latent.Data;

/// <summary>
/// Reads ratings of comma-separated text: user, item, value, and columns behind them that nobody looks at but one called
/// <c>title</c>, which names the item for people. The first line is a header where its value is no number.
/// </summary>
internal static class RatingFile
{
    private const int MinFields = 3;
    private const string TitleColumn = "title";

    public static RatingTable Read(string path)
    {
        using var reader = new CsvReader(path);
        var table = new RatingTable(path);
        var title = ReadFirst(reader, table);
        while (reader.Read())
            AddRecord(reader, table, title);
        if (table.Ratings.Count == 0)
            throw new DataException("The file holds no rating.", path, "a line for each rating: user, item, value", "a header, or ratings of 0 alone");
        table.RejectDuplicates();
        return table;
    }

    // The column of titles, or -1.
    private static int ReadFirst(CsvReader reader, RatingTable table)
    {
        if (!reader.Read())
            throw new DataException("The file is empty.", reader.Name, "a line for each rating: user, item, value", "no text");
        CheckFields(reader);
        if (!float.TryParse(reader.Field(2), NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            return Array.FindIndex(reader.Fields(), field => field.Trim().Equals(TitleColumn, StringComparison.OrdinalIgnoreCase));

        AddRecord(reader, table, title: -1);
        return -1;
    }

    private static void AddRecord(CsvReader reader, RatingTable table, int title)
    {
        CheckFields(reader);
        table.Add(reader.Field(0), reader.Field(1), reader.Field(2), () => $"{reader.Name}, line {reader.Line}");
        if (title >= 0 && title < reader.FieldCount)
            table.SetTitle(reader.Field(1), reader.Field(title));
    }

    private static void CheckFields(CsvReader reader)
    {
        if (reader.FieldCount < MinFields)
            throw new DataException("A line is no rating.", $"{reader.Name}, line {reader.Line}", "user, item and value, with commas between them", $"{reader.FieldCount} {(reader.FieldCount == 1 ? "field" : "fields")}");
    }
}
