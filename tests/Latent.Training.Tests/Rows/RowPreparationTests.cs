using Latent.Data;
using Latent.Files;
using Latent.Training.Rows;

namespace Latent.Training.Tests.Rows;

public sealed class RowPreparationTests
{
    private static readonly Dataset Labelled = new(
        "letters",
        [1],
        [0.1f, 0.2f, 0.3f, 0.4f],
        labels: [0, 1, 0, 2],
        labelNames: ["a", "b", "c"]);

    [Fact]
    public void OnlyNormal_ByName_KeepsTheirRows()
        => Assert.Equal([0.1f, 0.3f, 0.4f], RowPreparation.OnlyNormal(Labelled, ["a", "c"]).Values);

    [Fact]
    public void OnlyAnomalies_KeepsTheOthers() => Assert.Equal([0.2f], RowPreparation.OnlyAnomalies(Labelled, ["a", "c"]).Values);

    [Fact]
    public void OnlyNormal_WithoutLabels_SaysHowToSetThem()
    {
        var error = Assert.Throws<DataException>(() => RowPreparation.OnlyNormal(new Dataset("plain", [1], [1, 2]), ["a"]));

        Assert.Equal(
            "The rows have no labels.\nWhere: plain\nExpected: one label per row, to identify the normal rows\nReceived: none\n"
            + "Fix: Name the label column (data.label), use a labelled data set, or remove data.normal.",
            error.Message);
    }

    [Fact]
    public void OnlyNormal_OfAnUnknownLabel_ListsTheKnownLabels()
    {
        var error = Assert.Throws<DataException>(() => RowPreparation.OnlyNormal(Labelled, ["x"]));

        Assert.Contains("Expected: rows labelled x\nReceived: labels a, b, c\n", error.Message);
    }

    [Fact]
    public void Binarize_SamplesOnesWithTheValueAsProbability()
    {
        var rows = new Dataset("gray", [10_000], [.. Enumerable.Repeat(0.3f, 10_000)]);

        var binary = RowPreparation.Binarize(rows).Values;

        Assert.All(binary, value => Assert.True(value is 0 or 1));
        Assert.Equal(0.3, binary.Average(), 0.02);
        Assert.Equal(binary, RowPreparation.Binarize(rows).Values);
    }

    [Fact]
    public void Apply_Rows_LimitsEachSplitBySeed()
    {
        var many = new Dataset("counted", [1], [.. Enumerable.Range(0, 100).Select(row => (float)row)]);
        var few = many.Subset([0, 1, 2]);
        var settings = new DataSettings { Name = "counted", Rows = 10, Seed = 3 };

        var prepared = RowPreparation.Apply(settings, new DataSplits(many, few, many));

        Assert.Equal((10, 3, 10), (prepared.Train.Count, prepared.Validation.Count, prepared.Test.Count));
        Assert.Equal(prepared.Train.Values.Order(), prepared.Train.Values);
        Assert.Equal(prepared.Train.Values, RowPreparation.Apply(settings, new DataSplits(many, few, many)).Train.Values);
        Assert.NotEqual(
            prepared.Train.Values,
            RowPreparation.Apply(settings with { Seed = 4 }, new DataSplits(many, few, many)).Train.Values);
    }

    [Fact]
    public void Apply_Stochastic_LeavesTrainingRowsUnchanged()
    {
        var rows = new Dataset("gray", [2], [0.5f, 0.5f, 0.4f, 0.6f]);

        var settings = new DataSettings { Name = "gray", Binarization = Binarization.Stochastic };
        var prepared = RowPreparation.Apply(settings, new DataSplits(rows, rows, rows));

        Assert.Equal(rows.Values, prepared.Train.Values);
        Assert.All(prepared.Test.Values, value => Assert.True(value is 0 or 1));
    }

    [Fact]
    public void Binarize_ValuesAboveOne_IsRejected()
    {
        var error = Assert.Throws<DataException>(() => RowPreparation.Binarize(new Dataset("heights", [1], [2f])));

        Assert.Contains("Expected: values in [0, 1]\nReceived: values from 2 to 2\n", error.Message);
    }
}
