using Latent.Bundles;
using Latent.Data;
using Latent.Files;
using Latent.Training.Rows;

namespace Latent.Training.Tests.Normalization;

public sealed class DatasetCategoriesTests
{
    private static readonly CategoryVocabulary Categories = new([new CategoricalColumn(1, ["icmp", "tcp", "udp"])]);
    private static readonly Dataset Rows = new("net", new TableSchema(2, null, Categories), [5, 1, 6, 3, 7, 2, 8, 0], labels: [0, 0, 1, 0]);

    [Fact]
    public void In_AnotherVocabulary_MapsTheSameCategories() =>
        Assert.Equal([5, 0, 6, 1, 7, 2, 8, 0], Rows.In(new([new CategoricalColumn(1, ["udp", "tcp"])])).Values);

    [Fact]
    public void In_AVocabularyOfOtherColumns_IsRejected()
    {
        var error = Assert.Throws<DataException>(() => Rows.In(new([new CategoricalColumn(0, ["udp"])])));

        Assert.Equal(
            "The categorical columns differ.\nWhere: net\nExpected: categorical columns 1\nReceived: categorical columns 2\n"
            + "Fix: Name the categorical columns: ?words=COLUMN,COLUMN after the path, or data.words.",
            error.Message);
    }

    [Fact]
    public void Constructor_ColumnBeyondTheRow_IsRejected() =>
        Assert.Throws<ArgumentException>(() => new TableSchema(1, null, Categories));

    [Fact]
    public void Apply_CategoryThatNoTrainingRowHas_IsUnseen()
    {
        var data = new DataSplits(Rows.Subset([0, 1]), Rows.Subset([1, 2]), Rows.Subset([2, 3]));

        var prepared = RowPreparation.Apply(new DataSettings { Name = "net" }, data);

        Assert.Equal(["icmp", "udp"], prepared.Train.CategoricalColumns!.Find(1)!.Categories);
        Assert.Equal([6, 2, 7, 0], prepared.Validation.Values);
        Assert.Same(prepared.Train.CategoricalColumns, prepared.Test.CategoricalColumns);
    }
}
