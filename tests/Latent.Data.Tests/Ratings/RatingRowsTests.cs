using Latent.Files;
using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class RatingRowsTests : IDisposable
{
    private static readonly RatingOptions Lenient = new() { MinUserRatings = 2, MinItemRatings = 2 };

    // After item d is dropped, user 4 has only one rating left and is dropped as well.
    private const string Text = "user,item,rating\n1,b,1\n1,a,2\n2,a,3\n2,b,4\n3,a,5\n3,b,6\n4,a,7\n4,d,8\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Open_OfARatingsFile_HasOneRowPerUserAndOneColumnPerItem()
    {
        var rows = Read(Text, Lenient);

        Assert.Equal(["a", "b"], rows.Items!.Ids);
        Assert.Equal([2, 1, 3, 4, 5, 6], rows.Values);
    }

    [Fact]
    public void Open_WithTheItemsOfAModel_KeepsTheirColumns()
    {
        var rows = Read(Text, Lenient, ["d", "b", "unseen", "a"]);

        Assert.Equal(["d", "b", "unseen", "a"], rows.Items!.Ids);
        Assert.Equal([0, 1, 0, 2, 0, 4, 0, 3, 0, 6, 0, 5, 8, 0, 0, 7], rows.Values);
    }

    [Fact]
    public void Open_WithTheKeptItems_FindsTheSameUsers() =>
        Assert.Equal(Read(Text, Lenient).Digest, Read(Text, Lenient, ["a", "b"]).Digest);

    [Fact]
    public void Open_WithTheKindSetting_ReadsRatings()
    {
        var path = folder.Write("r.csv", string.Concat(Enumerable.Range(0, 100).Select(i => $"{i / 5},{i % 5},1\n")));

        Assert.Equal(5, new DataCatalogue().Read($"{path}?kind=ratings").Items!.Ids.Count);
    }

    [Fact]
    public void Open_WithAnUnknownKind_SaysWhichIsKnown()
    {
        var error = Assert.Throws<DataException>(() => new DataCatalogue().Read("r.csv?kind=rating"));

        Assert.Equal(
            "The setting \"kind\" cannot be parsed.\nWhere: data \"r.csv?kind=rating\"\n"
            + "Expected: ratings, for a .csv file of user, item and value\nReceived: \"rating\"",
            error.Message);
    }

    [Fact]
    public void Open_OfASingleUser_SaysThatTooFewRemain()
    {
        var path = folder.Write("r.csv", "user,item,rating\n1,a,1\n1,b,1\n");

        var error = Assert.Throws<DataException>(
            () => new DataCatalogue().Read(path, new DataOptions { Ratings = Lenient with { MinItemRatings = 1 } }));

        Assert.Equal(
            $"Too few users or items remain.\nWhere: {path}\nExpected: at least 3 users and 2 items\n"
            + "Received: 1 of 1 users with at least 2 ratings, 2 of 2 items with at least 1\n"
            + "Fix: Provide more ratings, or lower data.ratings.min_user_ratings and min_item_ratings.",
            error.Message);
    }

    [Fact]
    public void Make_AboveTheMemoryLimit_SaysSo()
    {
        var table = new RatingTable("big");
        for (var i = 0; i < 24_000; i++)
            table.Add($"{i / 2}", $"{i}", "1", () => "");

        var error = Assert.Throws<DataException>(
            () => RatingRows.Make(table, "big", new RatingOptions { MinUserRatings = 2, MinItemRatings = 1 }, null));

        Assert.Equal(
            "The rows do not fit into memory.\nWhere: big\nExpected: at most 134,217,728 values (users x items)\n"
            + "Received: 12,000 of 12,000 users with at least 2 ratings, 24,000 of 24,000 items with at least 1\n"
            + "Fix: Raise data.ratings.min_item_ratings or min_user_ratings.",
            error.Message);
    }

    private Dataset Read(string text, RatingOptions options, IReadOnlyList<string>? items = null) =>
        new DataCatalogue().Read(folder.Write("r.csv", text), new DataOptions { Ratings = options, Items = items });
}
