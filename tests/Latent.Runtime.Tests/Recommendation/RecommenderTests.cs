using Latent.Bundles;
using Latent.Runtime.Tests.Models;
using Latent.Tests;

namespace Latent.Runtime.Tests;

public sealed class RecommenderTests : IDisposable
{
    private static readonly TinyModel Tiny = new()
    {
        Items = new(["a", "b", "c", "d", "e", "f"], ["Alpha", "Beta, the second", "Gamma", "Twin", "twin", "Zeta \"Z\" é"]),
    };

    private readonly TemporaryModel files = new(Tiny);
    private readonly Recommender model;

    public RecommenderTests() => model = Recommender.Load(files.Folder);

    public void Dispose()
    {
        model.Dispose();
        files.Dispose();
    }

    [Fact]
    public void Load_Bundle_KnowsItsItems()
    {
        Assert.Equal(Tiny.Items!.Ids, model.Items);
        Assert.Equal(Tiny.Items.Titles, model.Titles);
        Assert.Equal("tiny", model.Manifest.Name);
        Assert.True(model.Verify().Passed);
    }

    [Fact]
    public void Dispose_WhileOthersCall_EndsWithObjectDisposed()
    {
        Rating[] ratings = [new("a"), new("f")];
        var expected = model.TopK(ratings, 4);

        DisposalRace.Run(
            () => Recommender.Load(files.Folder),
            other => Assert.Equal(expected.Select(item => item.Item), other.TopK(ratings, 4).Select(item => item.Item)));
    }

    [Fact]
    public void Operations_AfterDispose_ThrowObjectDisposed()
    {
        model.Dispose();

        Action[] operations = [() => model.TopK([new Rating("a")], 1), () => model.Verify()];
        Assert.All(
            operations,
            operation => Assert.Equal(nameof(Recommender), Assert.Throws<ObjectDisposedException>(operation).ObjectName));
        Assert.Equal("a", model.IdOf("Alpha"));
    }

    [Fact]
    public void TopK_OfRatings_RanksTheReconstruction_WithoutWhatIsRated()
    {
        float[] row = [0, 4, 0, 0, 0.5f, 0];
        var reconstructed = Tiny.Decode(Tiny.Encode(row));
        int[] expected = [.. new[] { 0, 2, 3, 5 }.OrderByDescending(item => reconstructed[item])];

        var best = model.TopK([new("e", 0.5f), new("b", 4)], 3);

        Assert.Equal(expected.Take(3).Select(item => model.Items[item]), best.Select(item => item.Item));
        Assert.Equal(expected.Take(3).Select(item => model.Titles[item]), best.Select(item => item.Title));
        Close.AssertEqual([.. expected.Take(3).Select(item => reconstructed[item])], [.. best.Select(item => item.Score)]);
        Assert.Equal(expected.Length, model.TopK([new("e", 0.5f), new("b", 4)], 6).Count);
    }

    [Fact]
    public void TopK_IntoASpan_WritesTheSame_AndAllocatesNothing()
    {
        Rating[] ratings = [new("a"), new("f")];
        var best = new Recommendation[4];
        for (var i = 0; i < 20; i++)
            model.TopK(ratings, best);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = model.TopK(ratings, best);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(model.TopK(ratings, 4), best[..found]);
    }

    [Fact]
    public void TopK_OfEveryItemRated_FindsNone() =>
        Assert.Empty(model.TopK([.. model.Items.Select(item => new Rating(item))], 2));

    [Fact]
    public void TopK_OfAnUnknownItem_NamesTheNearest()
    {
        var error = Assert.Throws<UnknownItemException>(() => model.TopK([new("a"), new("Gama")], 1));

        Assert.Equal(("Gama", "Gamma"), (error.Item, error.Nearest));
        Assert.Equal(
            "The item is unknown to the model.\nWhere: TopK, argument 'ratings'\nExpected: one of its 6 items\nReceived: " +
            "\"Gama\"\nFix: omit it, or use \"Gamma\" if that is meant.",
            error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(7)]
    public void TopK_OfACountOutOfRange_SaysWhichAreNot(int k)
    {
        var error = Assert.Throws<InputException>(() => model.TopK([new("a")], k));

        Assert.Equal(
            "The number of recommendations is out of range.\nWhere: TopK, argument 'k'\nExpected: " +
            $"1 to 6, the number of items\nReceived: {k}\nFix: choose a number in this range.",
            error.Message);
    }

    [Fact]
    public void TopK_OfNoRatings_SaysSo()
    {
        var error = Assert.Throws<InputException>(() => model.TopK([], 1));

        Assert.Equal(
            "There are no ratings.\nWhere: TopK, argument 'ratings'\nExpected: at least one rating\nReceived: none\nFix: " +
            "recommend popular items to users without ratings.",
            error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void TopK_OfARatingThatIsNone_SaysSo(float value)
    {
        var error = Assert.Throws<InputException>(() => model.TopK([new("c", value)], 1));

        Assert.StartsWith(
            "A rating is not above 0.\nWhere: TopK, argument 'ratings'\nExpected: a finite number above 0\nReceived: ",
            error.Message);
        Assert.EndsWith("for item \"c\"\nFix: omit items without a rating.", error.Message);
    }

    [Fact]
    public void TopK_OfAnItemRatedTwice_SaysSo()
    {
        var error = Assert.Throws<InputException>(() => model.TopK([new("c", 1), new("c", 2)], 1));

        Assert.Equal(
            "An item is rated twice.\nWhere: TopK, argument 'ratings'\nExpected: one rating for each item\nReceived: " +
            "two for item \"c\"\nFix: keep one of them.",
            error.Message);
    }

    [Theory]
    [InlineData("c", "c")]
    [InlineData("gamma", "c")]
    [InlineData(" Beta, the Second ", "b")]
    public void IdOf_IdOrTitle_IsTheId(string text, string expected) => Assert.Equal(expected, model.IdOf(text));

    [Fact]
    public void IdOf_ATitleOfSeveral_ListsTheirIds()
    {
        var error = Assert.Throws<InputException>(() => model.IdOf("Twin"));

        Assert.Equal(
            "Several items have the title.\nWhere: IdOf, argument 'idOrTitle'\nExpected: a unique title, or an id\nReceived: " +
            "\"Twin\"\nFix: use one of the ids d, e.",
            error.Message);
    }

    [Fact]
    public void TopK_AfterDispose_Throws()
    {
        model.Dispose();

        Assert.Throws<ObjectDisposedException>(() => model.TopK([new("a")], 1));
    }

    [Fact]
    public void Load_OfAModelWithoutItems_SaysThatItIsNoRecommender()
    {
        using var plain = new TemporaryModel(new TinyModel());

        var error = Assert.Throws<UnsupportedOperationException>(() => Recommender.Load(plain.Folder));

        Assert.Equal(
            "The model is not a recommender.\nWhere: Recommender.Load, model 'tiny'\nExpected: " +
            "a vocabulary of items in the bundle\nReceived: none\nFix: " +
            "load a bundle that was trained on ratings, or use Autoencoder.Load.",
            error.Message);
    }

    [Fact]
    public void Load_OfOtherItemsThanTheGraphs_SaysSo()
    {
        using var other = new TemporaryModel(new TinyModel { Items = new(["a"], ["Alpha"]) });

        var error = Assert.Throws<BundleException>(() => Recommender.Load(other.Folder));

        Assert.StartsWith(
            "The number of items does not match the graphs.\nWhere: Recommender.Load, model 'tiny'\nExpected: " +
            "6, the number of values per row\nReceived: 1\n",
            error.Message);
    }
}
