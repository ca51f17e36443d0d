using System.Globalization;

namespace Latent.Data;

/// <summary>Ratings as they are read, one after the other, with the names of users and items.</summary>
/// <param name="name">What error messages call them: the path.</param>
internal sealed class RatingTable(string name)
{
    /// <summary>The most ratings that are taken, so that memory stays below a gigabyte.</summary>
    public const int MaxRatings = 25_000_000;

    private readonly Dictionary<string, int> users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> items = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> titles = [];
    private readonly List<string> userNames = [];
    private readonly List<string> itemNames = [];
    private readonly List<RatingTriple> ratings = [];

    /// <summary>What error messages call the ratings.</summary>
    public string Name => name;

    /// <summary>Every rating that is not 0.</summary>
    public IReadOnlyList<RatingTriple> Ratings => ratings;

    /// <summary>What each user is called.</summary>
    public IReadOnlyList<string> Users => userNames;

    /// <summary>What ratings call each item.</summary>
    public IReadOnlyList<string> Items => itemNames;

    /// <summary>What people call an item: its title, or its name where no title is known.</summary>
    public string TitleOf(int item) => titles.GetValueOrDefault(item) ?? itemNames[item];

    /// <summary>Adds a rating; one of 0 says that there is none.</summary>
    /// <param name="user">The user's name.</param>
    /// <param name="item">The item's name.</param>
    /// <param name="value">The rating, as it is written.</param>
    /// <param name="where">The place of the rating, for error messages.</param>
    /// <exception cref="DataException">A name is empty, or the value is no number of at least 0.</exception>
    public void Add(ReadOnlySpan<char> user, ReadOnlySpan<char> item, ReadOnlySpan<char> value, Func<string> where)
    {
        if (user.IsWhiteSpace() || item.IsWhiteSpace())
            throw new DataException("A rating lacks its user or its item.", where(), "user, item and value", "an empty field");
        if (!float.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !float.IsFinite(number))
            throw new DataException("A rating is no finite number.", where(), "a number with a point for the decimals", value.IsEmpty ? "an empty field" : $"\"{value}\"");
        if (number < 0)
            throw new DataException("A rating is below 0.", where(), "a number of at least 0; 0 says that there is no rating", $"{value}", "Add a constant to all ratings, so that the lowest is above 0.");
        if (number > 0)
            Add(IndexOf(users, userNames, user), IndexOf(items, itemNames, item), number);
    }

    /// <summary>Gives an item its title; an item that nobody rated has none.</summary>
    public void SetTitle(ReadOnlySpan<char> item, ReadOnlySpan<char> title)
    {
        if (items.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(item, out var number) && !title.IsWhiteSpace())
            titles[number] = title.Trim().ToString();
    }

    /// <summary>Refuses a user who rates an item twice.</summary>
    /// <exception cref="DataException">There is such a one.</exception>
    public void RejectDuplicates()
    {
        var keys = ratings.Select(rating => ((long)rating.User << 32) | (uint)rating.Item).ToArray();
        Array.Sort(keys);
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] == keys[i - 1])
                throw new DataException("A user rates an item twice.", $"{name}, user \"{userNames[(int)(keys[i] >> 32)]}\", item \"{itemNames[(int)keys[i]]}\"", "one rating for each user and item", "two or more", "Keep one of them, the last one say.");
        }
    }

    private void Add(int user, int item, float value)
    {
        if (ratings.Count == MaxRatings)
            throw new DataException("There are too many ratings.", name, string.Create(CultureInfo.InvariantCulture, $"at most {MaxRatings:N0}"), "more", "Leave out users with few ratings, or items.");
        ratings.Add(new RatingTriple(user, item, value));
    }

    private static int IndexOf(Dictionary<string, int> numbers, List<string> names, ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(trimmed, out var number))
            return number;

        var name = trimmed.ToString();
        numbers.Add(name, names.Count);
        names.Add(name);
        return names.Count - 1;
    }
}
