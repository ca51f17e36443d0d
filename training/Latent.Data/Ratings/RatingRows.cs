using System.Globalization;
using Latent.Bundles;
using Latent.Files;

namespace Latent.Data;

/// <summary>Builds rating rows: one row per user, one column per item.</summary>
internal static class RatingRows
{
    /// <summary>The maximum number of values in all rows together: half a gigabyte.</summary>
    public const long MaxValues = 1L << 27;

    private const int MinUsers = 3;

    /// <summary>Builds the rows.</summary>
    /// <param name="table">The ratings.</param>
    /// <param name="name">The name of the data set.</param>
    /// <param name="options">The minimum numbers of ratings per user and item.</param>
    /// <param name="columns">The item ids in column order; null selects the items with enough ratings, sorted by id.</param>
    /// <exception cref="DataException">Too few users or items remain, or the rows exceed the memory limit.</exception>
    public static Dataset Make(RatingTable table, string name, RatingOptions options, IReadOnlyList<string>? columns)
    {
        var (users, items) = columns is null ? RatingCore.Find(table, options) : GivenItems(table, options, columns);
        var ids = columns ?? [.. table.Items.Where((_, item) => items[item]).Order(StringComparer.Ordinal)];
        CheckSize(table, options, users.Count(isKept => isKept), ids.Count, columns is not null);
        var values = Fill(table, users, ids);
        var titles = TitlesOf(table, ids);
        return new Dataset(name, new RatingSchema(new ItemVocabulary(ids, titles)), values);
    }

    private static (bool[] Users, bool[] Items) GivenItems(RatingTable table, RatingOptions options, IReadOnlyList<string> columns)
    {
        var wanted = columns.ToHashSet(StringComparer.Ordinal);
        bool[] items = [.. table.Items.Select(wanted.Contains)];
        return (RatingCore.FindUsers(table, items, options), items);
    }

    private static float[] Fill(RatingTable table, bool[] users, IReadOnlyList<string> ids)
    {
        var columnsById = ids.Select((id, position) => (id, position))
            .ToDictionary(pair => pair.id, pair => pair.position, StringComparer.Ordinal);
        int[] columns = [.. table.Items.Select(id => columnsById.GetValueOrDefault(id, -1))];
        var rows = RowsOf(users);
        var values = new float[users.Count(isKept => isKept) * ids.Count];
        foreach (var rating in table.Ratings)
        {
            if (users[rating.User] && columns[rating.Item] >= 0)
                values[(rows[rating.User] * ids.Count) + columns[rating.Item]] = rating.Value;
        }

        return values;
    }

    private static int[] RowsOf(bool[] users)
    {
        var rows = new int[users.Length];
        var next = 0;
        for (var user = 0; user < users.Length; user++)
            rows[user] = users[user] ? next++ : -1;
        return rows;
    }

    private static string[] TitlesOf(RatingTable table, IReadOnlyList<string> ids)
    {
        var indices = table.Items
            .Select((id, index) => (id, index))
            .ToDictionary(pair => pair.id, pair => pair.index, StringComparer.Ordinal);
        return [.. ids.Select(id => indices.TryGetValue(id, out var index) ? table.TitleOf(index) : id)];
    }

    private static void CheckSize(RatingTable table, RatingOptions options, int users, int items, bool isGiven)
    {
        var ofUsers = string.Create(
            CultureInfo.InvariantCulture, $"{users:N0} of {table.Users.Count:N0} users with at least {options.MinUserRatings} ratings");
        var ofItems = string.Create(
            CultureInfo.InvariantCulture,
            $"{items:N0} of {table.Items.Count:N0} items{(isGiven ? "" : $" with at least {options.MinItemRatings}")}");
        var received = $"{ofUsers}, {ofItems}";
        if (users < MinUsers || items < 2)
        {
            throw new DataException(
                "Too few users or items remain.",
                table.Name,
                $"at least {MinUsers} users and 2 items",
                received,
                "Provide more ratings, or lower data.ratings.min_user_ratings and min_item_ratings.");
        }

        if ((long)users * items > MaxValues)
        {
            throw new DataException(
                "The rows do not fit into memory.",
                table.Name,
                string.Create(CultureInfo.InvariantCulture, $"at most {MaxValues:N0} values (users x items)"),
                received,
                "Raise data.ratings.min_item_ratings or min_user_ratings.");
        }
    }
}
