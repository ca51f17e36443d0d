using Latent.Data;
using Latent.Training.Reports;

namespace Latent.Training.Tests.Reports;

public sealed class LatentMapTests
{
    [Fact]
    public void Create_RowsWithoutLabels_IsOneGroup() => Assert.Equal(["code"], NamesOf(Rows(count: 6, labels: null)));

    [Fact]
    public void Create_RowsWithLabels_NamesThemInOrder() =>
        Assert.Equal(["cat", "dog", "2"], NamesOf(new Dataset("pets", [1], [1, 2, 3, 4], [2, 1, 0, 1], ["cat", "dog"])));

    [Fact]
    public void Create_MoreLabelsThanColours_PutsTheRareOnesTogether()
    {
        int[] labels = [.. Enumerable.Range(0, 12).SelectMany(label => Enumerable.Repeat(label, label < 3 ? 1 : 2))];

        var groups = LatentMap.Create(Rows(labels.Length, labels), [.. labels.Select(label => (float)label)]).Groups;

        Assert.Equal(["3", "4", "5", "6", "7", "8", "9", "10", "11", "others"], groups.Select(group => group.Name));
        Assert.Equal(3, groups[^1].Points.Count);
    }

    [Fact]
    public void OfEachLabel_Rows_TakesTheFirstOfEachThenOthers()
    {
        var rows = Rows(count: 6, [1, 1, 0, 1, 2, 0]);

        Assert.Equal([2, 0, 4], RowChoice.OfEachLabel(rows, 3));
        Assert.Equal([2, 0, 4, 1, 3, 5], RowChoice.OfEachLabel(rows, 8));
        Assert.Equal([0, 1], RowChoice.OfEachLabel(Rows(count: 6, labels: null), 2));
    }

    [Fact]
    public void Sampled_BySeed_IsInOrderAndReproducible()
    {
        var sampled = RowChoice.Sampled(Rows(count: 100, labels: null), 10, seed: 4);

        Assert.Equal(sampled.Order().Distinct(), sampled);
        Assert.Equal(10, sampled.Length);
        Assert.Equal(sampled, RowChoice.Sampled(Rows(count: 100, labels: null), 10, seed: 4));
    }

    private static Dataset Rows(int count, int[]? labels)
        => new("rows", [1], [.. Enumerable.Range(0, count).Select(row => (float)row)], labels);

    private static IEnumerable<string> NamesOf(Dataset rows) => LatentMap.Create(rows, rows.Values).Groups.Select(group => group.Name);
}
