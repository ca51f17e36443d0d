namespace Latent.Data.Tests;

public sealed class NslKddTests
{
    [CachedDataFact("nsl-kdd")]
    public void Open_NslKdd_HasThePublishedRowsCategoriesAndAttacks()
    {
        var data = new DataCatalogue().Open("nsl-kdd", new() { Validation = SplitSize.None });

        Assert.Equal((125_973, 22_544), (data.Train.Count, data.Test.Count));
        Assert.Equal([1, 2, 3], data.Train.CategoricalColumns!.Columns.Select(column => column.Column));
        Assert.Equal([3, 70, 11], data.Train.CategoricalColumns.Columns.Select(column => column.Categories.Count));
        Assert.Same(data.Train.CategoricalColumns, data.Test.CategoricalColumns);
        Assert.Equal(
            ("duration", "dst_host_srv_rerror_rate", 41),
            (data.Train.FeatureNames![0], data.Train.FeatureNames[40], data.Train.SampleSize));
        Assert.Equal((67_343, 9_711), (CountOf(data.Train, ["normal"]), CountOf(data.Test, ["normal"])));
        Assert.Equal(
            [("dos", 7458), ("new", 3750), ("probe", 2421), ("r2l", 2754), ("u2r", 200)],
            data.Test.LabelGroups.Select(group => (group.Key, CountOf(data.Test, group.Value))).Order());
        Assert.Equal(17, data.Test.LabelGroups["new"].Count);
    }

    private static int CountOf(Dataset rows, IReadOnlyList<string> labels)
        => rows.Labels!.Count(label => labels.Contains(rows.LabelNames![label]));
}
