using Latent.Data;
using Latent.Files;
using Latent.Shared;
using Latent.Training.Recommenders;

namespace Latent.Training.Tests.Recommenders;

public sealed class RankingTests
{
    private const double Tolerance = 1e-12;

    private static readonly HeldOutSpec Spec = new()
    {
        MinUserRatings = 2,
        MinItemRatings = 1,
        FoldIn = 0.8,
        Validation = SplitSize.Fraction(0.1),
        Test = SplitSize.Fraction(0.1),
        Seed = 3,
    };

    [Fact]
    public void Means_OfAKnownRanking_AreTheDefinitions()
    {
        // The hidden items have ranks 1 and 30 of 120: one is in the top 20, both are in the top 50.
        float[] scores = [.. Enumerable.Range(0, 120).Select(item => 120f - item)];
        var hidden = new float[120];
        (hidden[0], hidden[29]) = (4, 2);
        var totals = new RankingTotals();

        totals.Add(scores, new float[120], hidden);

        var means = totals.Means().ToDictionary();
        Assert.Equal(0.5, means["recall@20"], Tolerance);
        Assert.Equal(1, means["recall@50"], Tolerance);
        Assert.Equal((1 + (1 / Math.Log2(31))) / (1 + (1 / Math.Log2(3))), means["ndcg@100"], Tolerance);
    }

    [Fact]
    public void Means_OfMoreThanCanBeFound_CompareWithWhatCan()
    {
        float[] scores = [.. Enumerable.Range(0, 40).Select(item => 40f - item)];
        var totals = new RankingTotals();

        totals.Add(scores, new float[40], [.. Enumerable.Repeat(1f, 40)]);

        Assert.All(totals.Means(), mean => Assert.Equal(1, mean.Value, Tolerance));
    }

    [Fact]
    public void Divide_ShowsFourFifths_AndTheSameEveryTime()
    {
        var rows = new Dataset(
            "r",
            [12],
            [.. Enumerable.Repeat(3f, 10), 0, 0, 1, 2, .. Enumerable.Repeat(0f, 10), 5, .. Enumerable.Repeat(0f, 11)]);

        var (seen, hidden, users) = new FoldIn(0.8, 7).Divide(rows);

        Assert.Equal([0, 1], users);
        Assert.Equal((8, 2), (Rated(seen, 0), Rated(hidden, 0)));
        Assert.Equal((1, 1), (Rated(seen, 1), Rated(hidden, 1)));
        Assert.Equal((1, 0), (Rated(seen, 2), Rated(hidden, 2)));
        Assert.Equal(rows.Values, seen.Values.Zip(hidden.Values, (ours, theirs) => ours + theirs));
        Assert.Equal(hidden.Values, new FoldIn(0.8, 7).Divide(rows).Hidden.Values);
        Assert.NotEqual(hidden.Values, new FoldIn(0.8, 8).Divide(rows).Hidden.Values);
    }

    [Fact]
    public void Ease_OfItemsThatGoTogether_FindsThem_AndPopularityDoesNot()
    {
        var data = new DataSplits(Pairs(60, 1), Pairs(20, 2), Pairs(20, 3));

        using var ease = EaseBaseline.Fit(data, Spec);
        var best = HeldOutUsers.Measure(ease.Score, data.Test, Spec);
        var popular = HeldOutUsers.Measure(new PopularityBaseline(data.Train).Score, data.Test, Spec);

        Assert.Equal(1, best["ndcg@100"], Tolerance);
        Assert.InRange(popular["ndcg@100"], 0.1, 0.9);
    }

    [Fact]
    public void Measure_OfPredictedRatings_HasTheirError()
    {
        var rows = new Dataset("r", [3], [4, 4, 0, 4, 0, 4]);

        var metrics = HeldOutUsers.Measure(seen => [.. Enumerable.Repeat(3f, seen.Length)], rows, Spec, predictsRatings: true);

        Assert.Equal(1, metrics["rmse"], Tolerance);
    }

    [Fact]
    public void Measure_OfUsersWithOneRating_SaysThatTwoAreNeeded()
    {
        var error = Assert.Throws<DataException>(
            () => HeldOutUsers.Measure(seen => seen.ToArray(), new Dataset("r", [2], [1, 0, 0, 1]), Spec));

        Assert.Equal("No user has two ratings of items that the model knows.\nWhere: r\nExpected: one rating to show and one to hide\n" +
            "Received: 2 users with one or none", error.Message);
    }

    private static int Rated(Dataset rows, int row) => rows.SampleSize - rows.Row(row).Count(0f);

    // Items 2n and 2n + 1 are always rated together: every user has one such pair.
    private static Dataset Pairs(int users, ulong seed)
    {
        var random = new SplitMix64(seed);
        var values = new float[users * 20];
        for (var user = 0; user < users; user++)
            values.AsSpan((user * 20) + (2 * random.Below(10)), 2).Fill(1);
        return new Dataset("pairs", [20], values);
    }
}
