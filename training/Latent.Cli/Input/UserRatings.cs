using Latent.Bundles;
using Latent.Files;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary>
/// Reads one user's ratings from a table: an item's id or title, and a value; the default value is 1. The first
/// line is a header if its value is not a number, or if its only field is <c>item</c> or <c>title</c>. Memory use is bounded
/// by the number of items, not by the length of the text.
/// </summary>
internal static class UserRatings
{
    private static readonly string[] HeaderNames = ["item", "title"];

    /// <summary>Reads the ratings.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The model that defines the items.</param>
    /// <exception cref="DataException">The file is missing or empty, a line is not a valid rating, or an item is rated twice.</exception>
    /// <exception cref="UnknownItemException">The model does not know an item.</exception>
    public static Rating[] Read(string path, Recommender model)
    {
        using var reader = TableReader.Open(path);
        var ratings = new Dictionary<string, Rating>(StringComparer.Ordinal);
        for (var isFirst = true; reader.Read(); isFirst = false)
        {
            if (isFirst && IsHeader(reader))
                continue;
            var rating = ReadRecord(reader, model);
            if (!ratings.TryAdd(rating.Item, rating))
            {
                throw new DataException(
                    "An item is rated twice.", reader.Where, "one rating per item", $"\"{reader.Field(0)}\" again",
                    "Keep one of them.");
            }
        }

        return ratings.Count > 0
            ? [.. ratings.Values]
            : throw new DataException("The file contains no ratings.", path, "one line per rating: item, value", "no ratings");
    }

    private static bool IsHeader(TableReader reader) => reader.HasHeader ?? (reader.FieldCount == 1
        ? HeaderNames.Contains(reader.Field(0).Trim().ToString(), StringComparer.OrdinalIgnoreCase)
        : !RowParser.TryNumber(reader.Field(1), out _));

    private static Rating ReadRecord(TableReader reader, Recommender model)
    {
        var value = 1f;
        if (reader.FieldCount > 1 && (!RowParser.TryNumber(reader.Field(1), out value) || value <= 0))
        {
            throw new DataException(
                "A rating is not a positive number.", reader.Where, "item, value", $"\"{reader.Field(1)}\"",
                "Write a number with a decimal point; quote titles that contain commas.");
        }

        try
        {
            return new Rating(model.IdOf(reader.Field(0).ToString()), value);
        }
        catch (InputException fault)
        {
            throw new DataException(
                $"An item was not found: {fault.Message.Split('\n')[0]}", reader.Where,
                "an id or a title of the model", $"\"{reader.Field(0)}\"", FixOf(fault), fault);
        }
    }

    private static string FixOf(InputException fault) => fault is UnknownItemException unknown
        ? $"Did you mean \"{unknown.Nearest}\"? Otherwise remove the line."
        : fault.Message.Split("Fix: ")[^1];
}
