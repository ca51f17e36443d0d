namespace Latent.Data;

/// <summary>
/// Leaves out users and items with too few ratings, again and again until all that stay have enough: the largest such set
/// there is, whatever the order.
/// </summary>
internal static class RatingCore
{
    /// <summary>Finds who and what stays.</summary>
    /// <param name="table">The ratings.</param>
    /// <param name="options">How many ratings are enough.</param>
    /// <returns>For each user and each item of the table, whether it stays.</returns>
    public static (bool[] Users, bool[] Items) Find(RatingTable table, RatingOptions options)
    {
        var users = Enumerable.Repeat(true, table.Users.Count).ToArray();
        var items = Enumerable.Repeat(true, table.Items.Count).ToArray();
        while (true)
        {
            var (ofUsers, ofItems) = Count(table, users, items);
            var left = Drop(users, ofUsers, options.MinUserRatings) | Drop(items, ofItems, options.MinItemRatings);
            if (!left)
                return (users, items);
        }
    }

    /// <summary>Whether each user has enough ratings of the items that stay.</summary>
    public static bool[] FindUsers(RatingTable table, bool[] items, RatingOptions options)
    {
        var users = Enumerable.Repeat(true, table.Users.Count).ToArray();
        Drop(users, Count(table, users, items).OfUsers, options.MinUserRatings);
        return users;
    }

    private static (int[] OfUsers, int[] OfItems) Count(RatingTable table, bool[] users, bool[] items)
    {
        var (ofUsers, ofItems) = (new int[users.Length], new int[items.Length]);
        foreach (var rating in table.Ratings)
        {
            if (!users[rating.User] || !items[rating.Item])
                continue;
            ofUsers[rating.User]++;
            ofItems[rating.Item]++;
        }

        return (ofUsers, ofItems);
    }

    private static bool Drop(bool[] stays, int[] counts, int least)
    {
        var dropped = false;
        for (var i = 0; i < stays.Length; i++)
        {
            if (!stays[i] || counts[i] >= least)
                continue;
            stays[i] = false;
            dropped = true;
        }

        return dropped;
    }
}
