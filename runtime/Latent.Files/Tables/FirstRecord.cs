using Latent.Bundles;

namespace Latent.Files;

/// <summary>A copy of the first record of a table, which may be a header.</summary>
internal sealed class FirstRecord : ITableRecord
{
    private FirstRecord(TableReader reader) => (Fields, Where, IsKnownHeader) = (reader.Fields(), reader.Where, reader.HasHeader);

    public string[] Fields { get; }

    public string Where { get; }

    /// <summary>Whether the format says that this is a header; null if it does not say.</summary>
    public bool? IsKnownHeader { get; }

    public int Count => Fields.Length;

    /// <exception cref="DataException">The table is empty.</exception>
    public static FirstRecord Read(TableReader reader) => reader.Read()
        ? new(reader)
        : throw Empty(reader);

    public static DataException Empty(TableReader reader) =>
        new("The table is empty.", reader.Name, "at least one row of numbers", reader.HasHeader is true ? "no rows" : "no text");

    public ReadOnlySpan<char> Field(int position) => Fields[position];

    public bool TryNumber(int position, out float value) => RowParser.TryNumber(Fields[position], out value);

    /// <summary>
    /// Whether this is a header: the format says so, or a field of a numeric column is not a number while the field below it is.
    /// </summary>
    /// <param name="second">The reader, at the second record.</param>
    /// <param name="isNumeric">Whether a column, by position, may be numeric.</param>
    public bool IsHeader(TableReader second, Func<int, bool> isNumeric)
    {
        if (IsKnownHeader is { } known) return known;
        for (var i = 0; i < Math.Min(Count, second.FieldCount); i++)
        {
            if (isNumeric(i) && !IsNumber(Fields[i]) && IsNumber(second.Field(i))) return true;
        }

        return false;
    }

    /// <summary>Whether text is a number; it need not be finite.</summary>
    public static bool IsNumber(ReadOnlySpan<char> field) => float.TryParse(
        field, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);

    /// <exception cref="DataException">The record has a different number of fields.</exception>
    public void CheckCount(TableReader record)
    {
        if (record.FieldCount != Count)
        {
            throw new DataException(
                "A row has a different number of columns than the first row.", record.Where, $"{Count}", $"{record.FieldCount}");
        }
    }

    /// <summary>Returns the error for a field that is not a finite number.</summary>
    /// <param name="record">The record.</param>
    /// <param name="where">The position of the record.</param>
    /// <param name="column">The column, from 0.</param>
    /// <param name="hasHeader">Whether this record is a header.</param>
    /// <param name="fix">How to fix the problem, or null.</param>
    public DataException NotANumber(ITableRecord record, string where, int column, bool hasHeader, string? fix = null)
    {
        var field = record.Field(column).ToString();
        return new(
            "A field is not a finite number.", $"{where}, {Describe(column, hasHeader)}", "a number with a decimal point",
            field.Length == 0 ? "an empty field" : $"\"{field}\"", fix);
    }

    /// <summary>Returns the number of a column from 1 and, if this is a header, its name.</summary>
    public string Describe(int column, bool hasHeader) => $"column {column + 1}{(hasHeader ? $" ({Fields[column]})" : "")}";
}
