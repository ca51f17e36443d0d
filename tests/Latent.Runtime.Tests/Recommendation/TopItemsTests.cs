namespace Latent.Runtime.Tests;

public sealed class TopItemsTests
{
    [Fact]
    public void Select_LeavesOutWhatWasSeen_AndPrefersTheFirstOfEquals()
    {
        var best = new int[3];

        Assert.Equal(3, TopItems.Select([1, 9, 5, 1, 0.5f], [0, 1, 0, 0, 0], best));
        Assert.Equal([2, 0, 3], best);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(500)]
    [InlineData(1000)]
    public void Select_OfManyItems_IsASort(int count)
    {
        // Few distinct scores, so that there are many ties.
        var random = new Random(4);
        float[] scores = [.. Enumerable.Range(0, 1000).Select(_ => (float)random.Next(200))];
        float[] seen = [.. scores.Select(_ => random.Next(3) == 0 ? 1f : 0f)];
        int[] expected = [.. Enumerable.Range(0, 1000).Where(item => seen[item] == 0).OrderByDescending(item => scores[item])
            .ThenBy(item => item)
            .Take(count)];
        var best = new int[count];

        var found = TopItems.Select(scores, seen, best);

        Assert.Equal(expected, best[..found]);
    }
}
