using System.Globalization;
using Latent.Data;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary>
/// Reads one person's ratings of comma-separated text: an item's id or title, and a value; without a value, 1. The first
/// line is a header where its value is no number, or where its only field is <c>item</c> or <c>title</c>. What is kept is at
/// most a rating for each item, however long the text is.
/// </summary>
internal static class UserRatings
{
    private static readonly string[] HeaderNames = ["item", "title"];

    /// <summary>Reads the ratings.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">Knows the items.</param>
    /// <exception cref="DataException">The file is missing, empty, a line of it is no rating, or two are of one item.</exception>
    /// <exception cref="UnknownItemException">An item is not known.</exception>
    public static Rating[] Read(string path, Recommender model)
    {
        using var reader = new CsvReader(path);
        var ratings = new Dictionary<string, Rating>(StringComparer.Ordinal);
        for (var isFirst = true; reader.Read(); isFirst = false)
        {
            if (isFirst && IsHeader(reader))
                continue;
            var rating = ReadRecord(reader, model);
            if (!ratings.TryAdd(rating.Item, rating))
                throw new DataException("An item is rated twice.", $"{reader.Name}, line {reader.Line}", "one rating for each item", $"\"{reader.Field(0)}\" again", "Keep one of them.");
        }

        return ratings.Count > 0 ? [.. ratings.Values] : throw new DataException("The file holds no rating.", path, "a line for each rating: item, value", "no line but a header at most");
    }

    private static bool IsHeader(CsvReader reader) => reader.FieldCount == 1
        ? HeaderNames.Contains(reader.Field(0).Trim().ToString(), StringComparer.OrdinalIgnoreCase)
        : !IsNumber(reader.Field(1), out _);

    private static Rating ReadRecord(CsvReader reader, Recommender model)
    {
        var value = 1f;
        if (reader.FieldCount > 1 && (!IsNumber(reader.Field(1), out value) || value <= 0))
            throw new DataException("A rating is no number above 0.", $"{reader.Name}, line {reader.Line}", "item, value", $"\"{reader.Field(1)}\"", "Write a number with a point for the decimals; quote a title that holds commas.");
        try
        {
            return new Rating(model.IdOf(reader.Field(0).ToString()), value);
        }
        catch (InputException fault)
        {
            throw new DataException($"An item cannot be found: {fault.Message.Split('\n')[0]}", $"{reader.Name}, line {reader.Line}", "an id or a title of the model", $"\"{reader.Field(0)}\"", FixOf(fault), fault);
        }
    }

    private static string FixOf(InputException fault) => fault is UnknownItemException unknown
        ? $"Did you mean \"{unknown.Nearest}\"? Else leave the line out."
        : fault.Message.Split("Fix: ")[^1];

    private static bool IsNumber(ReadOnlySpan<char> text, out float value) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && float.IsFinite(value);
}
