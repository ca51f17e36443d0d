namespace Latent.Data;

/// <summary>
/// Removes users and items with too few ratings until every remaining one has enough: the largest such set, independent of the
/// order of removal.
/// </summary>
internal static class RatingCore
{
    /// <summary>Finds the users and items to keep.</summary>
    /// <param name="table">The ratings.</param>
    /// <param name="options">The minimum numbers of ratings.</param>
    /// <returns>For each user and each item of the table, whether it is kept.</returns>
    public static (bool[] Users, bool[] Items) Find(RatingTable table, RatingOptions options)
    {
        var users = Enumerable.Repeat(true, table.Users.Count).ToArray();
        var items = Enumerable.Repeat(true, table.Items.Count).ToArray();
        while (true)
        {
            var (ofUsers, ofItems) = Count(table, users, items);
            var dropped = Drop(users, ofUsers, options.MinUserRatings) | Drop(items, ofItems, options.MinItemRatings);
            if (!dropped)
                return (users, items);
        }
    }

    /// <summary>Returns whether each user has enough ratings of the kept items.</summary>
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

    private static bool Drop(bool[] kept, int[] counts, int minimum)
    {
        var dropped = false;
        for (var i = 0; i < kept.Length; i++)
        {
            if (!kept[i] || counts[i] >= minimum)
                continue;
            kept[i] = false;
            dropped = true;
        }

        return dropped;
    }
}
