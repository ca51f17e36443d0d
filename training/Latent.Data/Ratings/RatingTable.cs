using System.Globalization;
using Latent.Bundles;
using Latent.Files;

namespace Latent.Data;

/// <summary>The ratings of a file in file order, with the names of users and items.</summary>
/// <param name="name">The name in error messages: the path.</param>
internal sealed class RatingTable(string name)
{
    /// <summary>The maximum number of ratings, which keeps memory below a gigabyte.</summary>
    public const int MaxRatings = 25_000_000;

    private readonly Dictionary<string, int> users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> items = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> titles = [];
    private readonly List<string> userNames = [];
    private readonly List<string> itemNames = [];
    private readonly List<RatingTriple> ratings = [];

    /// <summary>The name in error messages.</summary>
    public string Name => name;

    /// <summary>All ratings except those of 0.</summary>
    public IReadOnlyList<RatingTriple> Ratings => ratings;

    /// <summary>The user names, by user index.</summary>
    public IReadOnlyList<string> Users => userNames;

    /// <summary>The item names in the ratings, by item index.</summary>
    public IReadOnlyList<string> Items => itemNames;

    /// <summary>Returns the title of an item, or its name if no title is known.</summary>
    public string TitleOf(int item) => titles.GetValueOrDefault(item) ?? itemNames[item];

    /// <summary>Adds a rating; 0 means no rating.</summary>
    /// <param name="user">The user's name.</param>
    /// <param name="item">The item's name.</param>
    /// <param name="value">The rating as text.</param>
    /// <param name="where">The position of the rating, for error messages.</param>
    /// <exception cref="DataException">A name is empty, or the value is not a number of at least 0.</exception>
    public void Add(ReadOnlySpan<char> user, ReadOnlySpan<char> item, ReadOnlySpan<char> value, Func<string> where)
    {
        if (user.IsWhiteSpace() || item.IsWhiteSpace())
            throw new DataException("A rating has no user or no item.", where(), "user, item and value", "an empty field");
        if (!RowParser.TryNumber(value, out var number))
        {
            throw new DataException(
                "A rating is not a finite number.",
                where(),
                "a number with a decimal point",
                value.IsEmpty ? "an empty field" : $"\"{value}\"");
        }

        if (number < 0)
        {
            throw new DataException(
                "A rating is negative.",
                where(),
                "a number of at least 0, where 0 means no rating",
                $"{value}",
                "Add a constant to all ratings, so that the lowest is above 0.");
        }

        if (number > 0)
            Add(IndexOf(users, userNames, user), IndexOf(items, itemNames, item), number);
    }

    /// <summary>Sets the title of an item; ignores items without ratings.</summary>
    public void SetTitle(ReadOnlySpan<char> item, ReadOnlySpan<char> title)
    {
        if (items.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(item, out var index) && !title.IsWhiteSpace())
            titles[index] = title.Trim().ToString();
    }

    /// <summary>Rejects duplicate ratings of an item by the same user.</summary>
    /// <exception cref="DataException">A user has rated an item more than once.</exception>
    public void RejectDuplicates()
    {
        var keys = ratings.Select(rating => ((long)rating.User << 32) | (uint)rating.Item).ToArray();
        Array.Sort(keys);
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] == keys[i - 1])
            {
                throw new DataException(
                    "A user has rated an item more than once.",
                    $"{name}, user \"{userNames[(int)(keys[i] >> 32)]}\", item \"{itemNames[(int)keys[i]]}\"",
                    "one rating per user and item",
                    "two or more",
                    "Keep only one of them, for example the last.");
            }
        }
    }

    private void Add(int user, int item, float value)
    {
        if (ratings.Count == MaxRatings)
        {
            throw new DataException(
                "There are too many ratings.",
                name,
                string.Create(CultureInfo.InvariantCulture, $"at most {MaxRatings:N0}"),
                "more",
                "Remove users or items with few ratings.");
        }

        ratings.Add(new RatingTriple(user, item, value));
    }

    private static int IndexOf(Dictionary<string, int> indices, List<string> names, ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        var lookup = indices.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(trimmed, out var index))
            return index;

        var name = trimmed.ToString();
        indices.Add(name, names.Count);
        names.Add(name);
        return names.Count - 1;
    }
}
